public import DeterministicMath

/// A dot for each row, with an interval along one axis if asked.
///
/// With a `String` for `x` or `y` that axis has a place for each category, in the order given: the form for comparisons.
/// ```swift
/// Dot(estimators, x: \.bias, y: \.name, xInterval: \.interval, meaning: "a 95 % confidence interval")
/// ```
public struct Dot<Row>: Mark {
    /// What was read from the rows.
    public var data: MarkData

    /// A plain dot for each row; many become small and translucent.
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil
    ) {
        data = MarkData(.dot, Array(rows), x: x, y: y, by: by)
    }

    /// Dots with a vertical interval; `meaning` completes the caption's sentence "The interval is …".
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil, yInterval: (Row) -> Interval, meaning: String? = nil
    ) {
        let rows = Array(rows)
        self.init(rows, x: x, y: y, by: by)
        data.interval = rows.map(yInterval)
        data.meaning = meaning
    }

    /// Dots with a horizontal interval; `meaning` completes the caption's sentence "The interval is …".
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil, xInterval: (Row) -> Interval, meaning: String? = nil
    ) {
        let rows = Array(rows)
        self.init(rows, x: x, y: y, by: by)
        data.interval = rows.map(xInterval)
        data.intervalAxis = .x
        data.meaning = meaning
    }

    /// A dot at the mean over runs, with an interval of a stated meaning.
    ///
    /// The mean is taken of x where y is a category, of y otherwise.
    @inlinable
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil, meanOver: (Row) -> any Plottable, band: BandMeaning
    ) {
        data = MarkData(.dot, Array(rows), x: x, y: y, by: by, meanOver: meanOver, band: band)
    }
}
