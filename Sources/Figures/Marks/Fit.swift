/// The least-squares line through the rows, with its slope and a 95 % interval written on it.
///
/// On two logarithmic axes it is a power law and the slope its exponent: the form for scaling laws. Put ``Dot``s under it.
public struct Fit<Row>: Mark {
    /// The rows and what is read from them.
    public var encoding: Encoding<Row>

    /// A line for each value of `by:`, from the smallest x to the largest; each needs three rows or more.
    public init(
        _ rows: some Sequence<Row>, x: @escaping (Row) -> any Plottable, y: @escaping (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil
    ) {
        encoding = Encoding(.fit, rows: Array(rows))
        encoding.x = x
        encoding.y = y
        encoding.by = by
    }
}
