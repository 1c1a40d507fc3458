/// A closed range of real numbers, such as a confidence interval or the mean plus and minus a standard deviation.
public struct Interval: Hashable, Sendable, Codable {
    /// The smaller end.
    public var low: Double
    /// The larger end.
    public var high: Double

    /// Creates the interval from `low` to `high`.
    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }
}
