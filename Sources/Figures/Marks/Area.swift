/// A filled area between a curve and zero, such as a density, with its series' name at its peak.
public struct Area<Row>: Mark {
    /// The rows and what is read from them.
    public var encoding: Encoding<Row>

    /// An area for each value of `by:`.
    public init(
        _ rows: some Sequence<Row>, x: @escaping (Row) -> any Plottable, y: @escaping (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil
    ) {
        encoding = Encoding(.area, rows: Array(rows))
        encoding.x = x
        encoding.y = y
        encoding.by = by
    }
}
