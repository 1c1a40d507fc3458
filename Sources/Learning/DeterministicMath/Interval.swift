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

    /// Creates the interval `center` ± `radius`.
    public init(center: Double, radius: Double) {
        self.init(low: center - radius, high: center + radius)
    }

    /// The distance from end to end.
    public var width: Double { high - low }

    /// The middle.
    public var center: Double { low + (high - low) / 2 }

    /// Whether `value` lies between the ends or on one of them.
    public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
