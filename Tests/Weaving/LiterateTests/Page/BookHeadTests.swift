import Foundation
import Testing

@testable import Literate

/// What a book says of itself and of its chapters beside their text.
struct BookHeadTests {
    private func read(_ files: [String: String]) throws -> (files: [String: String], found: [String]) {
        let folder = try TemporaryBook(files)
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        let pages = [Page](of: book, with: book.chapters.map { _ in Transcript() })
        let site = try Site(of: book, pages: pages)
        return (site.files.mapValues { String(decoding: $0, as: UTF8.self) }, book.diagnostics.map(\.description))
    }

    @Test func `a picture by itself with a label has a number and a caption`() throws {
        let (files, found) = try read([
            "01-a.md":
                "# A\n\n![A *map* of $`x`$](p.svg){#fig-map}\n\nSee @fig-map. ![in text](p.svg) \n\n![bare](p.svg)\n",
            "p.svg": "<svg/>", "book.yml": "lang: de\n",
        ])
        #expect(found == [])
        let page = try #require(files["01-a.html"])
        #expect(page.contains("<figure class=\"image\" id=\"fig-map\">"))
        #expect(page.contains("<img src=\"p.svg\" alt=\"A map of "))
        #expect(
            page.contains(
                "<figcaption>\n<a class=\"number\" href=\"#fig-map\">Abbildung 1.1.</a> A <em>map</em> of <math"))
        #expect(page.contains("<a class=\"reference\" href=\"#fig-map\">Abbildung 1.1</a>"))
        #expect(page.ranges(of: "<figure").count == 1)
        #expect(files["search-index.js"]?.contains("Abbildung 1.1. A map of x") == true)
    }

    @Test func `a book may have a style sheet and a picture of its own`() throws {
        let yaml = "style: own.css\nfavicon: a b.svg\nprint: true\n"
        let (files, found) = try read(["01-a.md": "# A\n", "book.yml": yaml, "own.css": "p{}", "a b.svg": "<svg/>"])
        #expect(found == [])
        for name in ["01-a.html", "index.html", "print.html"] {
            let page = try #require(files[name])
            #expect(page.contains("<link rel=\"stylesheet\" href=\"own.css\">\n<link rel=\"icon\" href=\"a%20b.svg\">"))
        }
        #expect(files["own.css"] == "p{}" && files["a b.svg"] == "<svg/>")
        #expect(
            try read(["01-a.md": "# A\n", "book.yml": "style: ../x.css\n"]).found == [
                "chapters/book.yml:1:8: error: 'style' is a file beside the chapters, not '../x.css'"
            ])
    }

    @Test func `a chapter may have an author, a date and a language`() throws {
        let head = "---\nauthor: B <i>\ndate: 2026-11-29\nlang: fr\n---\n"
        let (files, found) = try read(["01-a.md": head + "# A\n\n> [!NOTE]\n> x\n", "02-b.md": "# B\n"])
        #expect(found == [])
        let page = try #require(files["01-a.html"])
        #expect(page.contains("<p class=\"byline\">B &lt;i&gt; · <time datetime=\"2026-11-29\">2026-11-29</time></p>"))
        #expect(page.contains("<html lang=\"fr\">") && page.contains("<p class=\"alert-title\">Remarque</p>"))
        #expect(files["02-b.html"]?.contains("<html lang=\"en\">") == true)
        #expect(
            try read(["01-a.md": "---\ndate: yesterday\nlang: x\n---\n"]).found == [
                "chapters/01-a.md:2:7: error: 'date' is a date such as 2026-11-29, not 'yesterday'",
                "chapters/01-a.md:3:7: error: 'lang' is the tag of a language, such as fr or de-CH, not 'x'",
            ])
    }

    @Test func `dated chapters are in the feed, the newest first`() throws {
        let (files, _) = try read([
            "01-a.md": "---\ndate: 2025-01-02\ndescription: Less & more.\n---\n# A <b>\n",
            "02-b?.md": "---\ndate: 2026-01-02\nauthor: B\n---\n# B\n", "03-c.md": "# C\n",
            "book.yml": "title: T & U\nurl: https://e.org/x\n",
        ])
        let feed = try #require(files["feed.xml"])
        #expect(feed.contains("<title>T &amp; U</title><link href=\"https://e.org/x/\"/>"))
        #expect(feed.contains("<updated>2026-01-02T00:00:00Z</updated><author><name>T &amp; U</name></author>"))
        let entries = feed.ranges(of: "<entry>").count
        let (b, a) = (
            feed.firstRange(of: "<id>https://e.org/x/02-b%3F.html</id>"), feed.firstRange(of: "Less &amp; more.")
        )
        #expect(try entries == 2 && #require(b).lowerBound < #require(a).lowerBound)
        #expect(files["01-a.html"]?.contains("type=\"application/atom+xml\" href=\"feed.xml\"") == true)
        #expect(try read(["01-a.md": "---\ndate: 2025-01-02\n---\n"]).files["feed.xml"] == nil)
    }
}
