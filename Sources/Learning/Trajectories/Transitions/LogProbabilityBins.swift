import DeterministicMath

/// Bins of -log π, so that a log-probability is one of a few symbols.
///
/// ```swift
/// let bins = LogProbabilityBins(width: 0.25, count: 16)
/// bins.bin(of: -1.6)  // 6: from 1.50 to 1.75 nats
/// bins.name(of: 6)  // "1.50"
/// ```
public struct LogProbabilityBins: Hashable, Sendable, Codable {
    /// How wide a bin is, in nats: a whole number of hundredths.
    public let width: Double
    /// How many there are; the last one also has all that lies beyond it.
    public let count: Int

    /// Creates bins from 0 on.
    public init(width: Double = 0.25, count: Int = 16) {
        require(width > 0 && count > 0, "\(count) bins of \(width) nats")
        self.width = width
        self.count = count
    }

    /// The bin of a log-probability.
    public func bin(of logProbability: Float) -> Int {
        let place = max(0, -Double(logProbability)) / width
        return place < Double(count) ? Int(place) : count - 1
    }

    /// The middle of a bin as a log-probability.
    public func logProbability(of bin: Int) -> Float { Float(-(Double(bin) + 0.5) * width) }

    /// Where a bin begins, in nats with two decimals: all names of bins up to 9.99 nats are equally long.
    public func name(of bin: Int) -> String {
        let hundredths = Int((width * 100).rounded()) * bin
        return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
}
