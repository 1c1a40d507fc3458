import Testing

@testable import Markdown

struct PipeTableTests {
    private func table(_ source: String) throws -> PipeTable? {
        guard case .table(let table)? = try Document(parsing: source).blocks.first?.kind else { return nil }
        return table
    }

    @Test func `a table has a header, rows and alignments`() throws {
        let table = try #require(try table("| a | *b* | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n| 4 \\| 5 | `x` |"))
        #expect(table.alignments == [.none, .center, .right])
        #expect(table.header.map(\.plainText) == ["a", "b", "c"])
        #expect(table.rows.map { $0.map(\.plainText) } == [["1", "2", "3"], ["4 | 5", "x", ""]])
    }

    @Test func `outer pipes may be missing and a bar in code must be escaped`() throws {
        let table = try #require(try table("a | b\n--- | ---\n`x\\|y` | 2"))
        #expect(table.rows.map { $0.map(\.plainText) } == [["x|y", "2"]])
    }

    @Test func `a cell that looks like a block is text`() throws {
        let table = try #require(try table("| a |\n| --- |\n| - item |\n| # head |\n|  |"))
        #expect(table.rows.map { $0.map(\.plainText) } == [["- item"], ["# head"], [""]])
    }

    @Test func `a line that starts with a colon is the caption, with or without a blank line`() throws {
        let near = try #require(try table("| a |\n| --- |\n| 1 |\n: Caption {#tbl-x}"))
        #expect(near.caption.plainText == "Caption {#tbl-x}")
        let far = try #require(try table("| a |\n| --- |\n| 1 |\n\n: Far *caption*"))
        #expect(far.caption.plainText == "Far caption")
        #expect(far.rows.count == 1)
    }

    @Test func `lines with bars but without dashes are a paragraph`() throws {
        #expect(try table("a | b\nc | d") == nil)
        #expect(try table("| a | b |\n| --- |\n") == nil)
    }

    @Test func `a cell's pieces know where they stand`() throws {
        let table = try #require(try table("| a | b |\n| --- | --- |\n|  é | `x` |"))
        #expect(table.rows[0][0][0].range.start == SourcePosition(line: 3, column: 4))
        #expect(table.rows[0][1][0].range.start.line == 3)
    }

    @Test func `a table is rendered as a table`() throws {
        let html = try Document(parsing: "| a |\n| --: |\n| <b> |").html.filter { $0 != "\n" }
        #expect(
            html == "<table><thead><tr><th style=\"text-align: right\">a</th></tr></thead>"
                + "<tbody><tr><td style=\"text-align: right\"><b></td></tr></tbody></table>")
    }

    @Test func `a head without words is not marked as a head`() throws {
        let html = try Document(parsing: "|  | a |\n|---|---|\n| 1 | 2 |").html
        #expect(html.ranges(of: "<td>").count == 3 && html.ranges(of: "<th>").count == 1, "\(html)")
    }
}
