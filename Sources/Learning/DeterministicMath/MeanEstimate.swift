/// What a sample tells of a mean: the mean itself, its spread, and an interval around it.
///
/// ```swift
/// let gain = MeanEstimate(of: window, minus: batch)  // a paired difference
/// ```
public struct MeanEstimate: Hashable, Sendable {
    /// The sample's mean.
    public let mean: Double
    /// The sample standard deviation (n - 1); 0 for a single number.
    public let standardDeviation: Double
    /// How many numbers there are.
    public let count: Int
    /// Student's t interval around the mean; a single number's reaches from -∞ to ∞.
    public let interval: Interval

    /// Estimates the mean that `numbers`, independent draws and at least one, come from. The interval covers it with
    /// probability `confidence` if they are normal, and nearly so if they are many.
    public init(of numbers: [Double], confidence: Double = 0.95) {
        mean = numbers.mean()
        count = numbers.count
        guard count > 1 else {
            standardDeviation = 0
            interval = Interval(low: -.infinity, high: .infinity)
            return
        }
        standardDeviation = numbers.sampleStandardDeviation()
        let student = StudentDistribution(degreesOfFreedom: Double(count - 1))
        let radius =
            student.quantile((1 + confidence) / 2) * standardDeviation / Double(count).squareRoot()
        interval = Interval(center: mean, radius: radius)
    }

    /// Estimates the mean of the differences between numbers that belong together, such as two methods' rewards on the same
    /// problems: what all problems add to both cancels, and the interval is the smaller for it. There must be as many of
    /// one as of the other, at least one.
    public init(of numbers: [Double], minus others: [Double], confidence: Double = 0.95) {
        require(numbers.count == others.count, "\(numbers.count) numbers can not be paired with \(others.count)")
        self.init(of: zip(numbers, others).map { $0 - $1 }, confidence: confidence)
    }

    /// What stands after ±: half of the interval's width.
    public var margin: Double { interval.width / 2 }

    /// The standard error of the mean, s/√n.
    public var standardError: Double { standardDeviation / Double(count).squareRoot() }
}
