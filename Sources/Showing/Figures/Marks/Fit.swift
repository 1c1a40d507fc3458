/// The least-squares line through the rows, with its slope and a 95 % interval written on it.
///
/// On two logarithmic axes it is a power law and the slope its exponent: the form for scaling laws. Put ``Dot``s under it.
public struct Fit<Row>: Mark {
    /// What was read from the rows.
    public var data: MarkData

    /// A line for each value of `by:`, from the smallest x to the largest; each needs three rows or more.
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil
    ) {
        data = MarkData(.fit, Array(rows), x: x, y: y, by: by)
    }
}
