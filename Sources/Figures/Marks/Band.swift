public import DeterministicMath

/// A band between two heights at each x, at 18 % opacity.
///
/// ```swift
/// Band(log, x: \.epoch, meaning: "the window's mean ± one standard deviation") {
///     Interval(low: $0.mean - $0.std, high: $0.mean + $0.std)
/// }
/// ```
public struct Band<Row>: Mark {
    /// The rows and what is read from them.
    public var encoding: Encoding<Row>

    /// A band for each value of `by:`; `meaning` completes the caption's sentence "The band is …".
    public init(
        _ rows: some Sequence<Row>, x: @escaping (Row) -> any Plottable, by: ((Row) -> any Plottable)? = nil,
        meaning: String? = nil, interval: @escaping (Row) -> Interval
    ) {
        encoding = Encoding(.band, rows: Array(rows))
        encoding.x = x
        encoding.by = by
        encoding.interval = interval
        encoding.meaning = meaning
    }
}
