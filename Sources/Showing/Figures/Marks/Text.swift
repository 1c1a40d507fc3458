/// A short text beside a place in the figure, moved a little where it would cover something.
public struct Text<Row>: Mark {
    /// The places and the texts.
    public var data: MarkData

    /// A text for each row.
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        text: (Row) -> String
    ) {
        let rows = Array(rows)
        data = MarkData(.text, rows, x: x, y: y)
        data.text = rows.map(text)
    }

    /// One text.
    public init(_ text: String, x: any Plottable, y: any Plottable) where Row == Never {
        data = MarkData(.text)
        data.fixed = [Datum(x: x.plotValue, y: y.plotValue, text: text)]
    }
}
