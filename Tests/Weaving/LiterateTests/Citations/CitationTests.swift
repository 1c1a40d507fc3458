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
                "chapters/01-a.md:4:17: warning: a citation is written [@sutton2018]; this stays text: @sutton2018",
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
}
