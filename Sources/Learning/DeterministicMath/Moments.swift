/// How many numbers there are, their mean and their spread.
///
/// Sums run in four interleaved lanes, added at the end as (0 + 1) + (2 + 3): always in this order, so the bits are the
/// same on every machine, and four times as fast as one by one. The mean of equal numbers is this number, and their variance 0,
/// also where the sum is rounded.
public struct Moments: Hashable, Sendable, Codable {
    /// How many numbers there are.
    public var count: Int
    /// Their arithmetic mean.
    public var mean: Double
    /// Their population variance, Σ (x - mean)² / n.
    public var variance: Double

    /// The population standard deviation, √(Σ (x - mean)² / n).
    @inlinable public var standardDeviation: Double { variance.squareRoot() }

    /// States moments that are known already.
    public init(count: Int, mean: Double, variance: Double) {
        self.count = count
        self.mean = mean
        self.variance = variance
    }

    /// The moments of at least one number, in two passes.
    public init(of numbers: UnsafeBufferPointer<Double>) {
        require(!numbers.isEmpty, "the moments of no numbers")
        let mean = sumInLanes(numbers) { $0 } / Double(numbers.count)
        let squares = sumInLanes(numbers) { ($0 - mean) * ($0 - mean) }
        self.init(count: numbers.count, mean: mean, variance: squares / Double(numbers.count))
        if mayBeOfEqualNumbers, numbers.allSatisfy({ $0 == numbers[0] }) {
            self.init(count: numbers.count, mean: numbers[0], variance: 0)
        }
    }

    /// False unless the deviation is so small beside the mean that it can come from the rounding of equal numbers' sum, by whose
    /// mean they would then differ from themselves.
    package var mayBeOfEqualNumbers: Bool {
        let slack = Double(count + 8) * .ulpOfOne
        return variance <= slack * slack * (mean * mean)
    }

    /// The moments of at least one number, in two passes.
    public init(of numbers: some Collection<Double>) {
        self = numbers.withContiguousElements { Moments(of: $0) }
    }
}

extension Collection where Element == Double {
    /// The sum of the elements, in the fixed order that `Moments` describes; 0 for none.
    public func sum() -> Double {
        withContiguousElements { sumInLanes($0) { $0 } }
    }

    /// The arithmetic mean. There must be at least one element.
    public func mean() -> Double {
        require(!isEmpty, "the mean of no numbers")
        return sum() / Double(count)
    }

    /// The population variance, Σ (x - mean)² / n, in two passes. There must be at least one element.
    public func variance() -> Double {
        Moments(of: self).variance
    }

    /// The population standard deviation, √(Σ (x - mean)² / n). There must be at least one element.
    public func standardDeviation() -> Double {
        Moments(of: self).standardDeviation
    }

    /// The sample variance, Σ (x - mean)² / (n - 1): the unbiased estimate. There must be at least two elements.
    public func sampleVariance() -> Double {
        require(count > 1, "the sample variance of fewer than two numbers")
        return variance() * (Double(count) / Double(count - 1))
    }

    /// The sample standard deviation, √(Σ (x - mean)² / (n - 1)). There must be at least two elements.
    public func sampleStandardDeviation() -> Double {
        sampleVariance().squareRoot()
    }

    fileprivate func withContiguousElements<Result>(_ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
        withContiguousStorageIfAvailable(body) ?? Array(self).withUnsafeBufferPointer(body)
    }
}

@inline(__always)
private func sumInLanes(_ numbers: UnsafeBufferPointer<Double>, _ term: (Double) -> Double) -> Double {
    guard var place = numbers.baseAddress else { return 0 }
    let end = place + numbers.count
    let wholeEnd = place + (numbers.count & ~3)
    var (lane0, lane1, lane2, lane3) = (0.0, 0.0, 0.0, 0.0)
    // Two rounds at once: half of the loop is counting otherwise.
    let pairsEnd = place + (numbers.count & ~7)
    while place < pairsEnd {
        lane0 += term(place[0])
        lane1 += term(place[1])
        lane2 += term(place[2])
        lane3 += term(place[3])
        lane0 += term(place[4])
        lane1 += term(place[5])
        lane2 += term(place[6])
        lane3 += term(place[7])
        place += 8
    }
    while place < wholeEnd {
        lane0 += term(place[0])
        lane1 += term(place[1])
        lane2 += term(place[2])
        lane3 += term(place[3])
        place += 4
    }
    if place < end { lane0 += term(place[0]) }
    if place + 1 < end { lane1 += term(place[1]) }
    if place + 2 < end { lane2 += term(place[2]) }
    return (lane0 + lane1) + (lane2 + lane3)
}
