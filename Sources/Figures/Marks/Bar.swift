/// A bar from zero to `y` for each row: for counts of discrete things. Bars always start at zero.
public struct Bar<Row>: Mark {
    /// The rows and what is read from them.
    public var encoding: Encoding<Row>

    /// A bar at each x, which is a category or a number; a bar between numbers is as wide as their smallest distance.
    public init(
        _ rows: some Sequence<Row>, x: @escaping (Row) -> any Plottable, y: @escaping (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil
    ) {
        encoding = Encoding(.bar, rows: Array(rows))
        encoding.x = x
        encoding.y = y
        encoding.by = by
    }
}
