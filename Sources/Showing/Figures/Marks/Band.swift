public import DeterministicMath

/// A band between two heights at each x, at 18 % opacity.
///
/// ```swift
/// Band(log, x: \.epoch, meaning: "the window's mean ± one standard deviation") {
///     Interval(low: $0.mean - $0.std, high: $0.mean + $0.std)
/// }
/// ```
public struct Band<Row>: Mark {
    /// What was read from the rows.
    public var data: MarkData

    /// A band for each value of `by:`; `meaning` completes the caption's sentence "The band is …".
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, by: ((Row) -> any Plottable)? = nil,
        meaning: String? = nil, interval: (Row) -> Interval
    ) {
        let rows = Array(rows)
        data = MarkData(.band, rows, x: x, by: by)
        data.interval = rows.map(interval)
        data.meaning = meaning
    }
}
