/// A bar from zero to `y` for each row: for counts of discrete things. Bars always start at zero.
public struct Bar<Row>: Mark {
    /// What was read from the rows.
    public var data: MarkData

    /// A bar at each x, which is a category or a number; a bar between numbers is as wide as their smallest distance.
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil
    ) {
        data = MarkData(.bar, Array(rows), x: x, y: y, by: by)
    }
}
