import DeterministicMath

/// Rewards as a few words, so that a language model can tell them by one token.
///
/// ```swift
/// let scale = RewardScale(from: 0, to: 4)
/// scale.name(of: 2.6)  // "2.50"
/// ```
public struct RewardScale: Hashable, Sendable, Codable {
    /// How far neighbours are apart: a whole number of hundredths.
    public let step: Double
    private let lowest: Int
    private let highest: Int

    /// Creates a scale. Rewards beyond its ends are named like its ends.
    public init(from low: Double, to high: Double, step: Double = 0.25) {
        require(step > 0 && low <= high, "a scale of rewards from \(low) to \(high) in steps of \(step)")
        self.step = step
        lowest = Int((low / step).rounded())
        highest = Int((high / step).rounded())
    }

    /// The names of all rewards, the lowest first.
    public var names: [String] { (lowest...highest).map(name) }

    /// The name of the nearest reward, with two decimals; halfway between two, of that farther from 0.
    public func name(of reward: Double) -> String {
        name(Int(min(max((reward / step).rounded(), Double(lowest)), Double(highest))))
    }

    private func name(_ place: Int) -> String {
        let hundredths = abs(place) * Int((step * 100).rounded())
        return (place < 0 ? "-" : "") + "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
}
