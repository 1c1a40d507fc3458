/// A short text beside a place in the figure, moved a little where it would cover something.
public struct Text<Row>: Mark {
    /// The places and the texts.
    public var encoding: Encoding<Row>

    /// A text for each row.
    public init(
        _ rows: some Sequence<Row>, x: @escaping (Row) -> any Plottable, y: @escaping (Row) -> any Plottable,
        text: @escaping (Row) -> String
    ) {
        encoding = Encoding(.text, rows: Array(rows))
        encoding.x = x
        encoding.y = y
        encoding.text = text
    }

    /// One text.
    public init(_ text: String, x: any Plottable, y: any Plottable) where Row == Never {
        encoding = Encoding(.text)
        encoding.fixed = [Datum(x: x.plotValue, y: y.plotValue, text: text)]
    }
}
