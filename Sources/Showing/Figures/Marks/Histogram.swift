/// How many rows lie in each of equally wide bins.
///
/// Whole numbers that are few get a bin each. Otherwise the bins have round ends and are about as wide as Freedman and Diaconis
/// advise ("On the histogram as a density estimator", 1981): 2 · IQR · n^(−1/3). All series and panels share them.
public struct Histogram<Row>: Mark {
    /// What was read from the rows.
    public var data: MarkData

    /// What the heights of a histogram are.
    public enum Height: Hashable, Sendable {
        /// The number of rows in the bin.
        case count
        /// The share of the series' rows in the bin, 0 to 1: for series of different length.
        case share
    }

    /// A histogram of the numbers `x`, one for each value of `by:`.
    ///
    /// - Parameter bins: about how many bins there are.
    public init(
        _ rows: some Sequence<Row>, x: (Row) -> any Plottable, by: ((Row) -> any Plottable)? = nil, bins: Int? = nil,
        height: Height = .count
    ) {
        data = MarkData(.histogram, Array(rows), x: x, by: by)
        data.bins = bins
        data.countsShares = height == .share
    }
}
