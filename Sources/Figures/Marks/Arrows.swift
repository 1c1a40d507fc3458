/// An arrow for each row, from its place by a step in the axes' units: a policy on a grid, a gradient field.
public struct Arrows<Row>: Mark {
    /// The rows and what is read from them.
    public var encoding: Encoding<Row>

    /// Arrows that start at x and y, which are numbers, and reach `dx` to the right and `dy` up.
    public init(
        _ rows: some Sequence<Row>, x: @escaping (Row) -> any Plottable, y: @escaping (Row) -> any Plottable,
        dx: @escaping (Row) -> Double, dy: @escaping (Row) -> Double, by: ((Row) -> any Plottable)? = nil
    ) {
        encoding = Encoding(.arrows, rows: Array(rows))
        encoding.x = x
        encoding.y = y
        encoding.by = by
        encoding.reach = { (dx($0), dy($0)) }
    }
}
