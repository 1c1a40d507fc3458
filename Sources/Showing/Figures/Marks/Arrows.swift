/// An arrow for each row, from its place by a step in the axes' units: a policy on a grid, a gradient field.
public struct Arrows<Row>: Mark {
    /// What was read from the rows.
    public var data: MarkData

    /// Arrows that start at x and y, which are numbers, and reach `dx` to the right and `dy` up.
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        dx: (Row) -> Double, dy: (Row) -> Double, by: ((Row) -> any Plottable)? = nil
    ) {
        let rows = Array(rows)
        data = MarkData(.arrows, rows, x: x, y: y, by: by)
        data.dx = rows.map(dx)
        data.dy = rows.map(dy)
    }
}
