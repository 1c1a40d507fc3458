import Foundation
import Testing

@testable import Literate

/// What a reader's rerun finds on a site that someone has changed.
@Suite(.serialized) struct CheckTests {
    private let chapter = """
        # One

        ```swift
        let values = [1.5, 2.5]
        print("two lines", values.count, separator: "\\n")
        ```

        The sum is `{swift} values[0] + values[1]`, and not `{swift} values[0]`.

        ```swift
        //| label: fig-line
        show(Figure("It rises") { Line([(0, 1), (1, 3)], x: \\.0, y: \\.1) }.x("x").y("y"))
        ```

        ```swift
        //| volatile: true
        let now = UInt64.random(in: 0 ... .max)
        print(now)
        ```

        At `{swift} now`.
        """

    private func differences(_ change: (TemporaryBook) throws -> Void) async throws -> CheckReport {
        let book = try TemporaryBook(["01-a.md": chapter])
        defer { book.remove() }
        _ = try await book.weave()
        try change(book)
        return try await book.check()
    }

    private func replace(_ old: String, _ new: String, in file: String, of book: TemporaryBook) throws {
        let text = try book.file(file)
        #expect(text.contains(old))
        try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: book.site.appendingPathComponent(file))
    }

    @Test func `a site that comes out again has no differences, and volatile cells are counted`() async throws {
        let report = try await differences { _ in }
        #expect(report.differences.map(\.description) == [])
        #expect(report.volatileCells == 1)
        #expect(report.summary.ran == 1)
    }

    @Test func `a changed number, output, figure and text are named, each at its line`() async throws {
        let report = try await differences { book in
            try replace(">4</span>,", ">5</span>,", in: "01-a.html", of: book)
            try replace("two lines\n2", "two lines\n3", in: "01-a.html", of: book)
            try replace("\n1,3", "\n1,4", in: "data/01-a/fig-line.csv", of: book)
        }
        #expect(
            report.differences.map(\.description) == [
                "chapters/01-a.md:12:1: difference: row 2 of data/01-a/fig-line.csv was '1,4' and is '1,3'",
                "chapters/01-a.md:4:1: difference: the cell showed '3' and shows '2'",
                "chapters/01-a.md:8:21: difference: 'values[0] + values[1]' was 5 and is 4",
            ])
    }

    @Test func `all that differs of one cell is named, not the first of it`() async throws {
        let source = """
            # One

            ```swift
            print("a 1", "b 2", "c 3", separator: "\\n")
            show(Figure("It rises") { Dot((0..<40).map { ($0, $0) }, x: \\.0, y: \\.1) }.x("x").y("y"))
            print("d 4")
            ```
            """
        let book = try TemporaryBook(["01-a.md": source])
        defer { book.remove() }
        _ = try await book.weave()
        let csv = "data/01-a/cell-1-exhibit-1.csv"
        try replace("a 1\nb 2\nc 3\nd 4", "a 0\nb 2\nc 0\nd 4", in: "01-a.html", of: book)
        try replace("\n3,3\n4,4\n", "\n3,0\n4,4\nmore\n", in: csv, of: book)
        #expect(
            try await book.check().differences.map(\.description) == [
                "chapters/01-a.md:4:1: difference: row 4 of \(csv) was '3,0' and is '3,3'",
                "chapters/01-a.md:4:1: difference: row 6 of \(csv) was 'more' and is ''",
                "chapters/01-a.md:4:1: difference: the cell showed 'a 0' and shows 'a 1'",
                "chapters/01-a.md:4:1: difference: the cell showed 'c 0' and shows 'c 3'",
            ])
        let rows = try book.file(csv).replacing(#/(?m),\d+$/#) { _ in ",7" }
        try Data(rows.utf8).write(to: book.site.appendingPathComponent(csv))
        let found = try await book.check().differences.map(\.description).filter { $0.contains(csv) }
        let last = try #require(found.last)
        #expect(found.count == 21)
        #expect(last.hasSuffix("difference: 20 more rows of \(csv) are others"))
    }

    @Test func `other changes are named by file and line`() async throws {
        let report = try await differences { book in
            try replace("and not <span", "and certainly not <span", in: "01-a.html", of: book)
            try replace("</svg>", "<!-- x --></svg>", in: "data/01-a/fig-line.svg", of: book)
            try FileManager.default.removeItem(at: book.site.appendingPathComponent("site.css"))
            try replace("site.css", "site.css\nold.html", in: ".weave-files", of: book)
        }
        let found = report.differences.map(\.description)
        #expect(found.count == 4)
        #expect(found[0] == "chapters/01-a.md:12:1: difference: the drawing data/01-a/fig-line.svg is another")
        #expect(
            found[1].contains("of 01-a.html was 'The sum is 4, and certainly not 1.5.' and is 'The sum is 4, and not"))
        #expect(found[2] == "site.css: difference: site.css is missing in the site")
        #expect(found[3] == "old.html: difference: old.html is in the site and belongs to no chapter")
    }

    @Test func `numbers are named though the words around them differ, and lines more or less`() async throws {
        let report = try await differences { book in
            try replace("The sum is <span", "A sum is <span", in: "01-a.html", of: book)
            try replace(">4</span>,", ">5</span>,", in: "01-a.html", of: book)
            try replace(">1.5</span>.", ">1.6</span>.", in: "01-a.html", of: book)
            try replace("<p>At ", "<p>Another.</p>\n<p>Around ", in: "01-a.html", of: book)
            try replace("two lines\n2", "two lines\n3", in: "01-a.html", of: book)
        }
        let found = report.differences.map(\.description)
        try #require(found.count == 6)
        #expect(found[0] == "chapters/01-a.md:4:1: difference: the cell showed '3' and shows '2'")
        #expect(found[1] == "chapters/01-a.md:8:21: difference: 'values[0] + values[1]' was 5 and is 4")
        #expect(found[2] == "chapters/01-a.md:8:62: difference: 'values[0]' was 1.6 and is 1.5")
        #expect(found[3].contains("of 01-a.html was 'A sum is 5, and not 1.6.' and is 'The sum is 4, and not 1.5.'"))
        #expect(found[4].contains("was 'Around ") && found[4].contains("and is 'At "))
        #expect(found[5].contains("was 'Another.' and is ''"))
    }

    @Test func `a changed fingerprint and a changed index of the search are named`() async throws {
        let text = "# One\n\nTwo `{swift} 2`.\n"
        let book = try TemporaryBook(["01-a.md": text])
        defer { book.remove() }
        _ = try await book.weave()
        #expect(try await book.check().differences == [])
        try replace("Two", "Three", in: "search-index.js", of: book)
        let found = try await book.check().differences.map(\.description)
        #expect(found.count == 1 && found[0].hasPrefix("search-index.js: difference: line "))
        let page = try book.page("01-a.html")
        let fingerprint = try #require(page.firstMatch(of: #/results have the fingerprint[^0-9]*([0-9a-f]{8})/#)).output
            .1
        try replace(String(fingerprint), "deadbeef", in: "01-a.html", of: book)
        #expect(
            try await book.check().differences.map(\.description) == [
                "chapters/01-a.md: difference: the fingerprint on 01-a.html was deadbeef and is \(fingerprint)"
            ])
    }

    @Test func `cells that show nothing and cells without code are told apart`() async throws {
        let chapter = """
            # One

            ```swift
            let silent = 3
            ```

            ```swift
            //| echo: false
            print("first \\(silent)")
            ```

            ```swift
            //| echo: false
            let nothing = silent
            ```

            ```swift
            //| echo: false
            print("second")
            claim(nothing == 3, "three is three")
            ```

            ```swift
            //| output: false
            print("unseen")
            ```

            ```swift
            //| volatile: true
            print(UInt64.random(in: 0 ... .max))
            ```

            The number is `{swift} silent`.
            """
        let book = try TemporaryBook(["01-a.md": chapter])
        defer { book.remove() }
        _ = try await book.weave()
        #expect(try await book.check().differences.map(\.description) == [])
        try replace("first 3", "first 4", in: "01-a.html", of: book)
        try replace("second", "third", in: "01-a.html", of: book)
        try replace(">3</span>.", ">5</span>.", in: "01-a.html", of: book)
        let found = try await book.check().differences.map(\.description)
        #expect(
            found == [
                "chapters/01-a.md:9:1: difference: the cell showed 'first 4' and shows 'first 3'",
                "chapters/01-a.md:19:1: difference: the cell showed 'third' and shows 'second'",
                "chapters/01-a.md:19:1: difference: the cell showed 'print(&quot;third&quot;)' and shows 'print(&quot;second&quot;)'",
                "chapters/01-a.md:33:24: difference: 'silent' was 5 and is 3",
            ])
    }

    @Test func `a difference in a tag is shown as it stands`() async throws {
        let report = try await differences { book in
            try replace("id=\"text\"", "id=\"test\"", in: "01-a.html", of: book)
        }
        #expect(
            report.differences.first?.description.contains("<main id=\"test\">' and is '<main id=\"text\">'") ?? false)
    }
}
