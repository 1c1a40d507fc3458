/// A line through the rows in their own order, with an arrowhead at its end: the way of an agent through a grid.
///
/// ```swift
/// Cell(rooms, x: \.column, y: \.row, value: \.value, "value")
/// Path(steps, x: \.column, y: \.row, by: \.episode)
/// ```
/// A ``Line``, in contrast, goes through its rows in the order of their x.
public struct Path<Row>: Mark {
    /// What was read from the rows.
    public var data: MarkData

    /// A path for each value of `by:`, which starts at a dot.
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil
    ) {
        data = MarkData(.path, Array(rows), x: x, y: y, by: by)
    }
}
