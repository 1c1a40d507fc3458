import DeterministicMath

/// A layer of a ``Figure``: rows of data and how their fields become places, colours and intervals.
///
/// The marks are ``Line``, ``Band``, ``Dot``, ``Bar``, ``Histogram``, ``Area``, ``Cell``, ``Arrows``, ``Path``, ``Fit``, ``Rule``
/// and ``Text``.
public protocol Mark<Row> {
    /// The type of the rows; `Never` for a mark without data, such as a ``Rule``.
    associatedtype Row
    /// What was read from the rows.
    var data: MarkData { get set }
}

extension Mark {
    /// This mark as grey context: in the colour of secondary text, without a place among the four series.
    public func muted() -> Self {
        var copy = self
        copy.data.isMuted = true
        return copy
    }
}
