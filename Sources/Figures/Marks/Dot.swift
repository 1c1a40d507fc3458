public import DeterministicMath

/// A dot for each row, with an interval along one axis if asked.
///
/// With a `String` for `x` or `y` that axis has a place for each category, in the order given: the form for comparisons.
/// ```swift
/// Dot(estimators, x: \.bias, y: \.name, xInterval: \.interval, meaning: "a 95 % confidence interval")
/// ```
public struct Dot<Row>: Mark {
    /// The rows and what is read from them.
    public var encoding: Encoding<Row>

    /// A plain dot for each row; many become small and translucent.
    public init(
        _ rows: some Sequence<Row>, x: @escaping (Row) -> any Plottable, y: @escaping (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil
    ) {
        encoding = Encoding(.dot, rows: Array(rows))
        encoding.x = x
        encoding.y = y
        encoding.by = by
    }

    /// Dots with a vertical interval; `meaning` completes the caption's sentence "The interval is …".
    public init(
        _ rows: some Sequence<Row>, x: @escaping (Row) -> any Plottable, y: @escaping (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil, yInterval: @escaping (Row) -> Interval, meaning: String? = nil
    ) {
        self.init(rows, x: x, y: y, by: by)
        encoding.interval = yInterval
        encoding.meaning = meaning
    }

    /// Dots with a horizontal interval; `meaning` completes the caption's sentence "The interval is …".
    public init(
        _ rows: some Sequence<Row>, x: @escaping (Row) -> any Plottable, y: @escaping (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil, xInterval: @escaping (Row) -> Interval, meaning: String? = nil
    ) {
        self.init(rows, x: x, y: y, by: by)
        encoding.interval = xInterval
        encoding.intervalAxis = .x
        encoding.meaning = meaning
    }

    /// A dot at the mean over runs, with an interval of a stated meaning.
    ///
    /// The mean is taken of x where y is a category, of y otherwise.
    public init(
        _ rows: some Sequence<Row>, x: @escaping (Row) -> any Plottable, y: @escaping (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil, meanOver: @escaping (Row) -> any Plottable, band: BandMeaning
    ) {
        self.init(rows, x: x, y: y, by: by)
        encoding.run = meanOver
        encoding.band = band
    }
}
