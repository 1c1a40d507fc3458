import Foundation
import Testing

@testable import Literate

/// References, links and names of files that led somewhere else, or nowhere, without a word.
struct ReferenceFaultTests {
    private func read(_ files: [String: String]) throws -> (pages: [String: String], diagnostics: [String], book: Book)
    {
        let folder = try TemporaryBook(files)
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        let pages = [Page](of: book, with: book.chapters.map { _ in Transcript() })
        return (
            Dictionary(uniqueKeysWithValues: pages.map { ($0.name, $0.html) }), book.diagnostics.map(\.description),
            book
        )
    }

    @Test func `a reference to a heading of which there are several names them`() throws {
        let found = try read([
            "01-a.md": "# A\n\n## Visual\n\nSee @sec-visual.\n\n## Visual\n",
            "02-b.md": "# B\n\n## Visual\n\n## Own {#sec-own}\n@sec-own",
        ]).diagnostics
        #expect(
            found == [
                "chapters/01-a.md:5:5: error: several headings have the label 'sec-visual': Section 1.1 (chapters/01-a.md:3), "
                    + "Section 1.2 (chapters/01-a.md:7), Section 2.1 (chapters/02-b.md:3); "
                    + "a heading that ends in {#sec-…} has one of its own"
            ])
    }

    @Test func `names with marks of addresses are encoded wherever they are linked`() throws {
        let (pages, found, _) = try read([
            "01-why?.md": "# Why\n\n## A {#sec-a}\n", "02-C#.md": "# C\n\n[a](<01-why?.md>) [b](01-why%3F.md) @sec-a\n",
            "03-100%.md": "# P\n", "index.md": "# Home\n\n<!-- chapters -->\n",
        ])
        #expect(found == [])
        let page = try #require(pages["02-C#.html"])
        #expect(page.contains("<a href=\"01-why%3F.html\">a</a> <a href=\"01-why%3F.html\">b</a>"))
        #expect(page.contains("href=\"01-why%3F.html#sec-a\">Section 1.1</a>"))
        #expect(page.contains("rel=\"next\" href=\"03-100%25.html\""))
        for html in pages.values { #expect(!html.contains("href=\"02-C#")) }
    }

    @Test func `a letter may stand in percent signs or in another form of Unicode`() throws {
        let (pages, found, _) = try read([
            "01-a.md": "# A\n\n## テスト\n\n[x](#%E3%83%86%E3%82%B9%E3%83%88) [y](02-\u{e9}.md)\n",
            "02-e\u{301}.md": "# E\n",
        ])
        #expect(found == [])
        #expect(pages["01-a.html"]?.contains("href=\"02-e%CC%81.html\">y</a>") == true)
    }

    @Test func `a file beside the chapters comes along, and one that is not there is an error`() throws {
        let (_, found, book) = try read([
            "01-a.md": "# A\n\n[sheet](sheet.pdf) [none](gone.pdf) [out](../out.pdf) [page](01-a.html)\n",
            "sheet.pdf": "x",
        ])
        #expect(book.chapters[0].images == ["sheet.pdf"])
        #expect(
            found == [
                "chapters/01-a.md:3:20: error: the link 'gone.pdf' leads nowhere",
                "chapters/01-a.md:3:37: error: the link '../out.pdf' leads nowhere",
            ])
    }

    @Test func `links and pictures in HTML are links and pictures`() throws {
        let (pages, found, book) = try read([
            "01-a.md": """
            # A

            <a href="02-b.md#sec-b">b</a> <a href='sheet.pdf' class="x">s</a> <a href="https://e.org">o</a> <a id="own"></a>[o](#own)

            <figure>
            <img src="p.svg#x" srcset="q.svg 2x, r.svg 3x" alt="x"><a href="gone.pdf">g</a>
            </figure>

            > <video src="v.mp4" poster="p.svg" controls></video>
            """,
            "02-b.md": "# B\n\n## B {#sec-b}\n\n<div id=\"box\">x</div>\n\n[x](#box) <a href=\"#nobody\">n</a>\n",
            "sheet.pdf": "", "p.svg": "", "q.svg": "",
        ])
        #expect(
            Set(found) == [
                "chapters/01-a.md:6:28: error: the image 'r.svg' does not exist",
                "chapters/01-a.md:6:65: error: the link 'gone.pdf' leads nowhere",
                "chapters/01-a.md:9:15: error: the image 'v.mp4' does not exist",
                "chapters/02-b.md:7:20: error: the link '#nobody' leads nowhere",
            ])
        #expect(
            pages["01-a.html"]?.contains("<a href=\"02-b.html#sec-b\">b</a> <a href='sheet.pdf' class=\"x\">") == true)
        #expect(Set(book.chapters[0].images) == ["sheet.pdf", "p.svg", "q.svg"])
    }

    @Test(arguments: ["javascript:alert(1)", "<JaVaScript&colon;alert(1)>", "vbscript:x"])
    func `a link runs no script`(destination: String) throws {
        let found = try read(["01-a.md": "# A\n\n[x](\(destination))\n"]).diagnostics
        #expect(found.count == 1 && found[0].contains("a link can not run a script"))
    }

    @Test func `the glossary does not replace an author's page`() throws {
        let found = try read([
            "01-a.md": "# A\n\nA **term** is x.\n", "glossary.md": "# Own\n", "book.yml": "glossary: [term]\n",
        ]).diagnostics
        #expect(
            found == [
                "chapters/glossary.md: error: would become the page glossary.html, as the glossary of chapters/book.yml does"
            ])
    }

    @Test func `chapters in other scripts keep their programs apart`() throws {
        let cell = "```swift\nprint(1)\n```\n"
        let book = try read(["漢字.md": cell, "日本.md": cell, "a-b.md": cell, "a_B.md": cell]).book
        #expect(
            Set(TangledPackage(of: book, package: URL(fileURLWithPath: "/p")).executables)
                == ["Chapter1", "Chapter2", "ChapterAB", "ChapterAB1"])
    }

    @Test func `a chapter with another ending or in a folder is told, data are not`() throws {
        let found = try read([
            "01-a.md": "# A\n", "b.qmd": "", "more/c.md": "", "d.csv": "", "data/e.csv": "", "f.v2/g.csv": "",
        ])
        .diagnostics
        let rest = ": warning: is no chapter: the chapters of a book are the files in chapters/ itself that end in .md"
        #expect(found == ["chapters/b.qmd" + rest, "chapters/more" + rest])
    }

    @Test func `a mark of the order of bytes at the start is no text`() throws {
        let (pages, found, book) = try read([
            "01-a.md": "\u{feff}# A\n", "book.yml": "\u{feff}title: T\nmodules: [Figures]\n",
        ])
        #expect(found == [] && book.settings.title == "T")
        #expect(pages["01-a.html"]?.contains("<h1>A</h1>") == true)
    }
}
