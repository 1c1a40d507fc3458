/// A coloured cell for each row: a heat map on one ramp, with a legend.
///
/// The ramp goes from the paper's colour (smallest value) through the first series' colour to nearly the ink (largest).
public struct Cell<Row>: Mark {
    /// What was read from the rows.
    public var data: MarkData

    /// Cells centred on their x and y, as large as the smallest distance between neighbours.
    ///
    /// - Parameters:
    ///   - meaning: what the colour stands for, the title of the legend.
    ///   - text: what is written in the cell, such as the value; on a narrow screen only if it has room.
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        value: (Row) -> Double, _ meaning: String, text: ((Row) -> String)? = nil
    ) {
        let rows = Array(rows)
        data = MarkData(.cell, rows, x: x, y: y)
        data.value = rows.map(value)
        data.meaning = meaning
        data.text = text.map { rows.map($0) }
    }
}
