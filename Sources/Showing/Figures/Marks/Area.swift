/// A filled area between a curve and zero, such as a density, with its series' name at its peak.
public struct Area<Row>: Mark {
    /// What was read from the rows.
    public var data: MarkData

    /// An area for each value of `by:`.
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil
    ) {
        data = MarkData(.area, Array(rows), x: x, y: y, by: by)
    }
}
