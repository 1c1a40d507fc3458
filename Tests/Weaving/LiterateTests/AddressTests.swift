import Foundation
import Testing

@testable import Literate

/// What a site says of itself to others, and where it starts.
struct AddressTests {
    private func site(_ files: [String: String]) throws -> [String: String] {
        let folder = try TemporaryBook(files)
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        #expect(book.diagnostics.map(\.description) == [])
        let pages = [Page](of: book, with: book.chapters.map { _ in Transcript() })
        return try Site(of: book, pages: pages).files.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `with an address pages have one name, say what a link shows, and are listed`() throws {
        let files = try site([
            "book.yml": "title: The <Book>\nurl: https://e.org/b/\ndescription: All of it.\nlang: de-CH\n",
            "index.md": "# Home\n", "01-why?.md": "---\ndescription: Why \"it\" is.\n---\n# Why & how\n",
        ])
        let page = try #require(files["01-why?.html"])
        for line in [
            "<link rel=\"canonical\" href=\"https://e.org/b/01-why%3F.html\">",
            "<meta property=\"og:type\" content=\"article\">",
            "<meta property=\"og:title\" content=\"Why &amp; how\">", "content=\"The &lt;Book&gt;\">",
            "<meta property=\"og:description\" content=\"Why &quot;it&quot; is.\">",
            "<meta property=\"og:locale\" content=\"de_CH\">",
        ] { #expect(page.contains(line), "\(line)") }
        let home = try #require(files["index.html"])
        #expect(home.contains("<link rel=\"canonical\" href=\"https://e.org/b/\">") && home.contains("All of it."))
        let list = """
            <url><loc>https://e.org/b/</loc></url>
            <url><loc>https://e.org/b/01-why%3F.html</loc></url>
            </urlset>

            """
        let map = try #require(files["sitemap.xml"])
        #expect(map.hasSuffix(list))
    }

    @Test func `without an address there is nothing of it`() throws {
        let files = try site(["01-a.md": "# A\n"])
        let page = try #require(files["01-a.html"])
        #expect(files["sitemap.xml"] == nil)
        #expect(!page.contains("og:"))
        #expect(!page.contains("canonical"))
    }

    @Test func `an address is one`() throws {
        for wrong in ["e.org", "javascript:alert(1)", "https://", "https://e.org/?a"] {
            var diagnostics: [Diagnostic] = []
            _ = BookSettings(parsing: "url: \(wrong)", path: "book.yml", diagnostics: &diagnostics)
            #expect(diagnostics.count == 1, "\(wrong)")
        }
    }

    @Test func `a book without a first page has one that lists its chapters`() throws {
        let files = try site([
            "book.yml": "title: The Book\ndescription: What it says.\n",
            "01-a.md": "---\ndescription: First.\n---\n# Of $`x`$\n",
            "02-b.md": "# B\n\n[Home](index.html)\n",
        ])
        let home = try #require(files["index.html"])
        #expect(home.contains("<h1>The Book</h1>") && home.contains("<p class=\"promise\">What it says.</p>"))
        #expect(home.contains("<a href=\"02-b.html\">B</a>") && home.contains(". First.</span>"))
        #expect(home.contains("class=\"book-title\" href=\"index.html\" aria-current=\"page\""))
        let page = try #require(files["01-a.html"])
        #expect(page.contains("class=\"book-title\" href=\"index.html\">The Book</a>"))
    }

    @Test func `a first page that the author wrote stays, in Markdown or HTML`() throws {
        let written = try site(["index.md": "# Mine\n", "01-a.md": "# A\n"])
        let page = try #require(written["index.html"])
        #expect(page.contains("<h1>Mine</h1>"))
        let own = try site(["index.html": "<p>Mine", "01-a.md": "# A\n\n[x](index.html)\n"])
        #expect(own["index.html"] == "<p>Mine")
    }

    @Test func `a table with pipes has its data too`() throws {
        let source = """
            # A

            | Who | Gain | Share |
            |---|---|---|
            | *a*, b | −1,234.5 ± 0.2 | 12 % |
            | $`c`$ | 3 | – |

            : Who gains {#tbl-a}

            | x |
            |---|
            | 1 |
            """
        let files = try site(["01-a.md": source])
        let data = files.keys.filter { $0.hasSuffix(".csv") }
        #expect(data == ["data/01-a/tbl-a.csv"])
        #expect(files["data/01-a/tbl-a.csv"] == "Who,Gain,Gain ±,Share %\n\"a, b\",-1234.5,0.2,12\nc,3,,\n")
        let page = try #require(files["01-a.html"])
        #expect(page.contains("<a href=\"data/01-a/tbl-a.csv\" download>data (CSV)</a>"))
    }
}
