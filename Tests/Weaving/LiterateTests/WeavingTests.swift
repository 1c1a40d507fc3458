import Foundation
import Testing

@testable import Literate

/// The whole way, with the real compiler.
@Suite(.serialized) struct WeavingTests {
    @Test func `a page shows what its cells printed, showed and computed`() async throws {
        let book = try TemporaryBook([
            "01-one.md": """
            # One

            Two thirds is `{swift} 2.0 / 3`, see @tbl-squares.

            ```swift
            print("a <b> & \\"c\\"")
            claim(1 < 2, "one is less than two")
            ```

            ```swift
            //| label: tbl-squares
            //| tbl-cap: The first `{swift} squares.count` squares.
            //| echo: false
            let squares = (1...3).map { (n: $0, square: $0 * $0) }
            show(Table(squares) {
                Column("n", \\.n)
                Column("n²", \\.square)
                Column(" ") { $0.n == 1 ? "one" : "" }
            })
            ```
            """
        ])
        defer { book.remove() }
        let summary = try await book.weave(isFresh: true)
        #expect((summary.chapters, summary.ran, summary.cells) == (1, 1, 2))
        #expect((summary.numbers, summary.claims, summary.figures) == (2, 1, 0))
        let page = try book.page("01-one.html")
        #expect(
            page.contains("<p>Two thirds is 0.667, see <a class=\"reference\" href=\"#tbl-squares\">Table 1.1</a>.</p>")
        )
        #expect(
            try book.file("01-one.html").contains(
                "<p>Two thirds is <span class=\"computed\" title=\"2.0 / 3\">0.667</span>,"))
        #expect(page.contains("<samp>a &lt;b&gt; &amp; &quot;c&quot;</samp>"))
        #expect(page.contains("<details class=\"claims\"><summary>one is less than two</summary>"))
        #expect(page.contains("<figure class=\"table\" id=\"tbl-squares\">"))
        #expect(page.contains("<a class=\"number\" href=\"#tbl-squares\">Table 1.1.</a> The first 3 squares."))
        #expect(page.contains("<td class=\"numeric\">9</td>"))
        #expect(page.contains("<th scope=\"col\" class=\"numeric\">n²</th><td></td></tr></thead>"))
        #expect(!page.contains("let squares"))
    }

    @Test func `a figure comes with two drawings, its data and its picture`() async throws {
        let book = try TemporaryBook([
            "01-one.md": """
            ```swift
            //| label: fig-line
            show(Figure("It rises") { Line([(0, 1), (1, 3)], x: \\.0, y: \\.1) }.x("x").y("y"), because: 3 > 1)
            ```
            """
        ])
        defer { book.remove() }
        let summary = try await book.weave()
        #expect(summary.claims == 1)
        let page = try book.page("01-one.html")
        #expect(page.components(separatedBy: "<svg").count == 3)
        #expect(!page.contains("<li>It rises</li>"))
        #expect(page.contains("<a class=\"number\" href=\"#fig-line\">Figure 1.1.</a> <strong>It rises.</strong>"))
        #expect(try book.page("data/01-one/fig-line.csv").hasPrefix("x,y\n"))
        #expect(try book.page("data/01-one/fig-line.svg").contains("<svg"))
    }

    @Test func `nothing runs again unless the program changed, and fresh gives the same bytes`() async throws {
        let source = "# One\n\nText `{swift} 1 + 1`.\n"
        let book = try TemporaryBook(["01-one.md": source, "02-two.md": "# Two\n\n```swift\nprint(3)\n```\n"])
        defer { book.remove() }
        #expect(try await book.weave(isFresh: true).ran == 2)
        let first = try book.page("01-one.html")
        let again = try await book.weave()
        #expect((again.ran, again.isChanged) == (0, false))
        #expect(try await book.weave(isFresh: true).isChanged == false)
        #expect(try book.page("01-one.html") == first)

        try book.write(source.replacingOccurrences(of: "Text", with: "Prose"), to: "01-one.md")
        let prose = try await book.weave()
        #expect((prose.ran, prose.isChanged) == (0, true))
        let number = TemporaryBook.nonce()
        try book.write("# Two\n\n```swift\nprint(\"\(number)\")\n```\n", to: "02-two.md")
        #expect(try await book.weave().ran == 1)
        #expect(try book.page("02-two.html").contains("<samp>\(number)</samp>"))
    }

    @Test func `a label given to a cell that already ran is checked all the same`() async throws {
        let cell = "let mute = 1\n```\n"
        let book = try TemporaryBook(["01-one.md": "```swift\n" + cell])
        defer { book.remove() }
        _ = try await book.weave()
        try book.write("```swift\n//| label: fig-none\n" + cell, to: "01-one.md")
        #expect(
            try await book.diagnostics() == [
                "chapters/01-one.md:2:12: error: the label 'fig-none' stands for one figure, but the cell shows none"
            ])
    }

    @Test func `data beside the chapters is part of what a run depends on`() async throws {
        let source =
            "```swift\nimport Foundation\nprint(try String(contentsOfFile: \"data.txt\", encoding: .utf8))\n```\n"
        let book = try TemporaryBook(["01-one.md": source, "data.txt": "first"])
        defer { book.remove() }
        _ = try await book.weave()
        #expect(try book.page("01-one.html").contains("<samp>first</samp>"))
        let second = TemporaryBook.nonce()
        try book.write(second, to: "data.txt")
        #expect(try await book.weave().ran == 1)
        #expect(try book.page("01-one.html").contains("<samp>\(second)</samp>"))
    }

    @Test func `a site is left as it was when anything is wrong, and foreign files stay`() async throws {
        let book = try TemporaryBook(["01-one.md": "# One\n\n`{swift} 1`\n", "02-two.md": "# Two\n"])
        defer { book.remove() }
        _ = try await book.weave()
        try Data("mine".utf8).write(to: book.site.appendingPathComponent("CNAME"))
        let before = try book.page("01-one.html")

        try book.write("# One\n\nNew `{swift} [1][Int(\"3\")!]`\n", to: "01-one.md")
        #expect(try await book.diagnostics().count == 1)
        #expect(try book.page("01-one.html") == before)

        try book.write("# One\n\nNew.\n", to: "01-one.md")
        try FileManager.default.removeItem(at: book.chapters.appendingPathComponent("02-two.md"))
        _ = try await book.weave()
        #expect(try book.page("CNAME") == "mine")
        #expect(!FileManager.default.fileExists(atPath: book.site.appendingPathComponent("02-two.html").path))
        let left = try FileManager.default.contentsOfDirectory(atPath: book.folder.path).sorted()
        #expect(left == ["chapters", "site"])
    }

    @Test func `what a chapter computed while data changed is not kept`() async throws {
        let number = TemporaryBook.nonce()
        let book = try TemporaryBook([
            "01-one.md": """
            ```swift
            import Foundation
            let read = remember("data") { try! String(contentsOfFile: "data.txt", encoding: .utf8) }
            if read != "\(number)" { try "\(number)".write(toFile: "data.txt", atomically: true, encoding: .utf8) }
            print(read)
            ```
            """, "data.txt": "old",
        ])
        defer { book.remove() }
        let warnings = try await book.weave().warnings
        #expect(
            warnings.map(\.description) == [
                "chapters/01-one.md: warning: chapters/data.txt changed while the chapter ran, so what it computed is not kept"
            ])
        // As it was before: what was computed then must not be found.
        try book.write("old", to: "data.txt")
        #expect(try await book.weave().ran == 1)
        let last = try await book.weave()
        #expect((last.ran, last.warnings) == (1, []))
        #expect(try book.page("01-one.html").contains("<samp>\(number)</samp>"))
        #expect(try await book.weave().ran == 0)
    }

    @Test func `sets have the same order in every run`() async throws {
        let book = try TemporaryBook(["01-one.md": "```swift\nprint(Set((1...40).map { \"\\($0)\" }).joined())\n```\n"])
        defer { book.remove() }
        _ = try await book.weave(isFresh: true)
        let first = try book.page("01-one.html")
        #expect(try await book.weave(isFresh: true).isChanged == false)
        #expect(try book.page("01-one.html") == first)
    }
}
