import Foundation
import Testing

@testable import Literate

@Suite(.serialized) struct PartTests {
    private static let files = [
        "book.yml": """
        modules: [Exhibits]
        parts:
          - title: First <things>
            chapters: 1-2
          - title: Later
            chapters: [3]
            modules: [Exhibits, DeterministicMath]
        glossary: [slot]

        """,
        "index.md": "# Book\n\n<!-- chapters -->\n\nMore.\n", "01-a.md": "---\ndescription: It begins.\n---\n\n# A\n",
        "02-b.md": "# B\n", "03-c.md": "# C\n\nA **slot** has `{swift} [1.0, 3.0].mean()`.\n", "a-x.md": "# X\n",
    ]

    @Test func `the list of chapters, the preface, the search and the glossary know the parts`() async throws {
        let book = try TemporaryBook(Self.files)
        defer { book.remove() }
        _ = try await book.weave()
        let page = try book.page("03-c.html")
        #expect(
            page.contains(
                """
                <p class="part" id="part-1"><span>Part I</span> First &lt;things&gt;</p>
                <ol aria-labelledby="part-1">
                <li><a href="01-a.html"><span class="number">1</span>A</a></li>
                <li><a href="02-b.html"><span class="number">2</span>B</a></li>
                </ol>
                <p class="part" id="part-2"><span>Part II</span> Later</p>
                <ol aria-labelledby="part-2">
                <li><a href="03-c.html" aria-current="page"><span class="number">3</span>C</a></li>
                </ol>
                <ol>
                <li><a href="a-x.html"><span class="number">A</span>X</a></li>
                <li><a href="glossary.html">Glossary and notation</a></li>
                </ol>

                """))
        #expect(page.contains("<p class=\"kicker\">Part II · Chapter 3 · 1 minute</p>"))
        #expect(page.contains("has 2.</p>"))
        #expect(
            try book.page("index.html").contains(
                """
                <p class="part">Part I · First &lt;things&gt;</p>
                <ul>
                <li><span class="number">1</span><span><a href="01-a.html">A</a>. It begins.</span></li>
                """))
        #expect(try book.page("search-index.js").contains("\"page\":\"03-c.html\",\"part\":\"Part II\""))
        #expect(try book.page("glossary.html").contains("<a href=\"03-c.html#term-slot\">C</a>, Part II</p>"))
    }

    @Test func `a book without parts lists its chapters as before`() async throws {
        let book = try TemporaryBook(["01-a.md": "# A\n", "02-b.md": "# B\n", "index.md": "# I\n\n<!-- chapters -->\n"])
        defer { book.remove() }
        _ = try await book.weave()
        let list = "<li><a href=\"01-a.html\"><span class=\"number\">1</span>A</a></li>\n<li><a href=\"02-b.html\">"
        #expect(try book.page("index.html").contains("<summary>Chapters</summary>\n<ol>\n" + list))
        #expect(
            try book.page("index.html").contains("<div class=\"chapter-list\">\n<ul>\n<li><span class=\"number\">1"))
        #expect(try !book.page("02-b.html").contains("Part "))
    }

    @Test func `a chapter sees the modules of its part, and an edit of those runs no other again`() throws {
        let book = try TemporaryBook(Self.files)
        defer { book.remove() }
        let read = try Book(reading: book.chapters, named: "chapters")
        let modules = Dictionary(uniqueKeysWithValues: read.chapters.map { ($0.stem, read.modules(of: $0)) })
        #expect(modules["01-a"] == ["Exhibits"] && modules["a-x"] == ["Exhibits"])
        #expect(modules["03-c"] == ["Exhibits", "DeterministicMath"])
        #expect(TangledPackage(of: read, package: book.folder).files.values.contains { $0.contains("import Determ") })
    }

    @Test(arguments: [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX")])
    func `parts have Roman numbers`(number: Int, text: String) {
        #expect(Part.roman(number) == text)
    }

    @Test(arguments: [
        ("1-3", ["1", "2", "3"]), ("7", ["7"]), ("3-1", nil), ("0", nil), ("1-", nil), ("a", nil), ("1-2-3", nil),
    ])
    func `the chapters of a part are a number or a range`(text: String, numbers: [String]?) {
        #expect(Part.numbers(in: text, at: nil)?.map(\.text) == numbers)
    }
}
