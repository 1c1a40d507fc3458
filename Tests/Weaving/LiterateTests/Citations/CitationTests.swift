import Foundation
import Testing

@testable import Literate

@Suite struct CitationTests {
    private static let bibliography = """
        @article{williams1992, author = {Williams, Ronald J.}, title = {Simple algorithms}, year = 1992, journal = {ML}}
        @book{sutton2018, author = {Sutton, Richard S. and Barto, Andrew G.}, title = {RL}, year = 2018, url = {https://a.b/?c&d}}
        @misc{three2004, author = {A. One and B. Two and C. Three}, title = {T}, year = 2004}
        @misc{samuelson1968, author = {Samuelson, Paul A.}, title = {How deviant?}, year = 1968, journal = {JASA}}
        """

    private func book(_ chapter: String) throws -> (page: String, diagnostics: [String]) {
        let folder = try TemporaryBook(["01-a.md": chapter, "references.bib": Self.bibliography])
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        let woven = WovenChapter(weaving: book.chapters[0], with: Transcript())
        return (Page(rendering: woven, in: book).html, book.diagnostics.map(\.description))
    }

    @Test func `a citation names its work, which stands beside it once and at the end of the page`() throws {
        let page = try book("# A\n\nAs [@williams1992] says.\n\nAgain [@williams1992].").page
        let link = "(<a class=\"citation\" href=\"#ref-williams1992\">Williams 1992</a>)"
        #expect(
            page.contains(
                "As \(link) says.<span class=\"note\" role=\"note\">Ronald J. Williams (1992). Simple algorithms. ML.</span>"
            ))
        #expect(page.contains("<p>Again \(link).</p>"))
        #expect(page.contains("<li id=\"ref-williams1992\">Ronald J. Williams (1992). Simple algorithms. ML.</li>"))
        #expect(page.contains("<a href=\"#references\">References</a>"))
    }

    @Test func `several works, places in them, two and three authors`() throws {
        let page = try book("# A\n\nSee [@sutton2018, section 13.3; @three2004].").page
        #expect(page.contains(">Sutton and Barto 2018</a>, section 13.3; <a"))
        #expect(page.contains(">One et al. 2004</a>)."))
        #expect(page.contains("<a href=\"https://a.b/?c&amp;d\">RL</a>"))
    }

    @Test func `a citation may go over the end of a line, and what follows keeps its place`() throws {
        let page = try book("# A\n\nSee [@sutton2018,\nsection 13.3;\n@three2004], *and* more.").page
        #expect(page.contains(">Sutton and Barto 2018</a>, section 13.3; <a"))
        #expect(page.contains(">One et al. 2004</a>), <em>and</em> more."))
        let found = try book("# A\n\nSee [@sutton2018;\n@x], @fig-y and @sutton2018.").diagnostics
        #expect(
            Set(found) == [
                "chapters/01-a.md:4:1: error: references.bib has no entry 'x'",
                "chapters/01-a.md:4:6: error: nothing has the label 'fig-y'",
            ])
    }

    @Test func `a title that is a question ends without a stop`() throws {
        let page = try book("# A\n\nSee [@samuelson1968].").page
        #expect(page.contains("Paul A. Samuelson (1968). How deviant? JASA.</li>"))
    }

    @Test func `an unknown key is an error at its place with a suggestion`() throws {
        let diagnostics = try book("# A\n\nSee [@wiliams1992].").diagnostics
        #expect(
            diagnostics == [
                "chapters/01-a.md:3:6: error: references.bib has no entry 'wiliams1992'; did you mean 'williams1992'?"
            ])
    }

    @Test func `a page without citations has no list`() throws {
        let (page, diagnostics) = try book("# A\n\nMail a@b.c, [see @sec-a] or [x@y].\n\n## A")
        #expect(!page.contains("references") && !page.contains("citation"))
        #expect(diagnostics.isEmpty)
    }

    @Test func `words may stand before a key, a year alone, and a work be named in the sentence`() throws {
        let (page, found) = try book(
            "# A\n\nAs [see @sutton2018, p. 3; also @three2004] and [-@williams1992] say, @williams1992, too; \\@sutton2018, a@sutton2018."
        )
        #expect(found.isEmpty)
        #expect(
            page.contains(
                "As (see <a class=\"citation\" href=\"#ref-sutton2018\">Sutton and Barto 2018</a>, p. 3; also <a"))
        #expect(page.contains("(<a class=\"citation\" href=\"#ref-williams1992\">1992</a>) say, Williams ("))
        #expect(
            page.contains(
                "Williams (<a class=\"citation\" href=\"#ref-williams1992\">1992</a>), too; @sutton2018, a@sutton2018.")
        )
    }

    @Test func `works of the same authors in the same year have letters, those that the book cites`() {
        var found: [Diagnostic] = []
        var bibliography = Bibliography(
            parsing: """
                @article{third, author = {Foo, Bar}, title = {B}, year = 2001}
                @article{first, author = {Foo, Bar}, title = {A}, year = 2001}
                @article{never, author = {Foo, Bar}, title = {AA}, year = 2001}
                @article{other, author = {Foo, Bar}, title = {C}, year = 2002}
                @article{other2, author = {Foo, Bar}, title = {D}, year = 2002}
                """, path: "references.bib", diagnostics: &found)
        bibliography.tellYearsApart(citedIn: ["See [@third] and @first.", "[-@other2], [@other-thing]"])
        #expect(
            bibliography.entries.mapValues(\.shortName) == [
                "first": "Foo 2001a", "third": "Foo 2001b", "never": "Foo 2001", "other": "Foo 2002",
                "other2": "Foo 2002",
            ])
    }

    @Test func `an archive is the one that the entry names, and an edition is told`() throws {
        let folder = try TemporaryBook([
            "01-a.md": "# A\n\n[@a; @b; @c]\n",
            "references.bib": """
            @article{a, author={F}, title={A}, year=1, eprint={2331554}, eprinttype={jstor}}
            @misc{b, author={F}, title={B}, year=2, eprint={2402.03300}, archivePrefix={arXiv}}
            @book{c, author={F}, title={C}, year=3, edition={2}, publisher={P}}
            """,
        ])
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        let page = Page(rendering: WovenChapter(weaving: book.chapters[0], with: Transcript()), in: book).html
        #expect(page.contains("<a href=\"https://www.jstor.org/stable/2331554\">A</a>. JSTOR 2331554.</li>"))
        #expect(page.contains("<a href=\"https://arxiv.org/abs/2402.03300\">B</a>. arXiv:2402.03300.</li>"))
        #expect(page.contains("F (3). C. edition 2, P.</li>"))
    }

    @Test func `letters count what any chapter cites`() throws {
        let folder = try TemporaryBook([
            "01-a.md": "# A\n\n[@b]\n", "02-b.md": "# B\n\n[@a]\n",
            "references.bib": "@misc{a, author={F}, title={A}, year=1}\n@misc{b, author={F}, title={B}, year=1}\n",
        ])
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        #expect(book.chapters.flatMap(\.cited).map(\.shortName) == ["F 1b", "F 1a"])
    }

    @Test func `a wrong entry spoils only itself, and is an error once it is cited`() throws {
        let files = [
            "01-a.md": "# A\n\nSee [@good] and [@bad].\n",
            "references.bib":
                "@book{bad, author = {A}, title = {\\zzz}, year = 1}\n@book{good, author = {B}, title = {T}, year = 2}\n",
        ]
        let folder = try TemporaryBook(files)
        defer { folder.remove() }
        #expect(
            try Book(reading: folder.chapters, named: "chapters").diagnostics.map(\.description) == [
                "chapters/references.bib:1:34: warning: the command \\zzz of TeX is not known: write the letter itself",
                "chapters/01-a.md:3:18: error: the entry 'bad' of references.bib is not whole; what it lacks is told there",
            ])
    }
}
