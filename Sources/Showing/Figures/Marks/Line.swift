/// A line through the rows in the order of their x, 2 px wide, with its series' name at its end.
///
/// ```swift
/// Line(runs, x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: .t(0.95))
/// ```
/// There is one line for each value of `by:`, in order of appearance.
public struct Line<Row>: Mark {
    /// What was read from the rows.
    public var data: MarkData

    /// A line through all the rows of a series; two rows at one x are an error.
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil
    ) {
        data = MarkData(.line, Array(rows), x: x, y: y, by: by)
    }

    /// A line through the means over runs at each x, with a band of a stated meaning around it.
    ///
    /// - Parameter meanOver: which run a row belongs to; one row for each run, series and x.
    @inlinable
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil, meanOver: (Row) -> any Plottable, band: BandMeaning
    ) {
        data = MarkData(.line, Array(rows), x: x, y: y, by: by, meanOver: meanOver, band: band)
    }
}
