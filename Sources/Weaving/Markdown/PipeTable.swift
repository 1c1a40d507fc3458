/// A table written with pipes, as GitHub reads it; an extension, since CommonMark has none.
public struct PipeTable: Hashable, Sendable {
    /// Where the texts of a column stand.
    public enum Alignment: String, Hashable, Sendable {
        /// As the page has it.
        case none
        /// Flush left.
        case left
        /// In the middle.
        case center
        /// Flush right.
        case right
    }

    /// The alignment of each column; its count is the table's width.
    public var alignments: [Alignment]
    /// The first line.
    public var header: [[Inline]]
    /// The other lines; each has a cell for every column.
    public var rows: [[[Inline]]]
    /// What the line `: caption` under the table says; empty without one.
    public var caption: [Inline]
    /// The `id` by which a book finds the table; nil without a caption.
    public var anchor: String?
    /// Its number in a book; nil without a caption.
    public var number: String?
    /// The notes that its cells refer to, in a book.
    public var notes: [Inline] = []

    /// Where rows have more cells than the table has columns: what stands there is on no page.
    public var surplus: [SourcePosition] = []

    /// The table as HTML around its cells.
    var wrapped: Block {
        let everywhere = SourceRange(start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1))
        func cell(_ inlines: [Inline], _ tag: String, _ alignment: Alignment) -> Block {
            let style = alignment == .none ? "" : " style=\"text-align: \(alignment.rawValue)\""
            // A head without words is no head: it would be read out as one.
            let tag = inlines.allSatisfy { $0.kind == .text("") || $0.kind == .softBreak } ? "td" : tag
            return Block(.wrappedInlines(open: "<\(tag)\(style)>", inlines, close: "</\(tag)>"), at: everywhere)
        }
        func line(_ cells: [[Inline]], _ tag: String) -> Block {
            let blocks = zip(cells, alignments).map { cell($0, tag, $1) }
            return Block(.wrapped(open: "<tr>", blocks, close: "</tr>"), at: everywhere)
        }
        let head = Block(.wrapped(open: "<thead>", [line(header, "th")], close: "</thead>"), at: everywhere)
        let body = Block(
            .wrapped(open: "<tbody>", rows.map { line($0, "td") }, close: "</tbody>"), at: everywhere)
        return Block(
            .wrapped(open: "<table>", rows.isEmpty ? [head] : [head, body], close: "</table>"), at: everywhere)
    }
}
