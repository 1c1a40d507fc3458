/// A coloured cell for each row: a heat map on one ramp, with a legend.
///
/// The ramp goes from the paper's colour (smallest value) through the first series' colour to nearly the ink (largest).
public struct Cell<Row>: Mark {
    /// The rows and what is read from them.
    public var encoding: Encoding<Row>

    /// Cells centred on their x and y, as large as the smallest distance between neighbours.
    ///
    /// - Parameter meaning: what the colour stands for, the title of the legend.
    public init(
        _ rows: some Sequence<Row>, x: @escaping (Row) -> any Plottable, y: @escaping (Row) -> any Plottable,
        value: @escaping (Row) -> Double, _ meaning: String
    ) {
        encoding = Encoding(.cell, rows: Array(rows))
        encoding.x = x
        encoding.y = y
        encoding.value = value
        encoding.meaning = meaning
    }
}
