public import DeterministicMath

/// An exponential moving average of each prompt's rewards: a reward's weight falls by the factor `decay` with every newer
/// reward of its prompt.
///
/// The weights are normalised, so nothing is assumed about rewards before the first: mean = Σ wᵢ rᵢ / Σ wᵢ with
/// wᵢ = decay^age, variance = Σ wᵢ (rᵢ - mean)² / Σ wᵢ. West's update ("Updating mean and variance estimates", 1979) keeps
/// both; unlike a window's, its rounding errors decay.
public struct IndexedEMAStatistics: PerPromptStatistics, Codable {
    /// The factor per newer reward, between 0 and 1, ends excluded.
    public let decay: Double
    /// How many rewards of a prompt must be remembered before its own statistics count.
    public let minimumCount: Int
    /// ε, which keeps equal rewards from dividing by zero.
    public let epsilon: Double
    /// One more than the largest prompt recorded so far.
    public var promptCount: Int { averages.count }

    private struct Average: Hashable, Sendable, Codable {
        var count = 0
        /// Σ wᵢ.
        var weight = 0.0
        var mean = 0.0
        /// Σ wᵢ (rᵢ - mean)².
        var squares = 0.0

        mutating func append(_ reward: Double, decay: Double) {
            let older = decay * weight
            let difference = reward - mean
            count += 1
            weight = older + 1
            mean += difference / weight
            squares = decay * squares + older / weight * difference * difference
        }
    }

    private var averages: [Average] = []

    private enum CodingKeys: CodingKey {
        case decay, minimumCount, epsilon, averages
    }

    /// Creates averages of nothing; 0 < `decay` < 1 and `minimumCount` ≥ 1.
    public init(decay: Double, minimumCount: Int, epsilon: Double = 1e-7) {
        require(decay > 0 && decay < 1, "a decay of \(decay)")
        require(minimumCount >= 1, "a minimum count of \(minimumCount)")
        self.decay = decay
        self.minimumCount = minimumCount
        requireEpsilon(epsilon)
        self.epsilon = epsilon
    }

    /// Takes a batch's rewards, numbers below 1e150 in size, into their prompts' averages, in batch order.
    public mutating func record(_ rewards: [Double], for prompts: [Int]) {
        requireRewards(rewards, for: prompts)
        for prompt in prompts where prompt >= promptCount {
            averages.append(contentsOf: repeatElement(Average(), count: prompt + 1 - promptCount))
        }
        for (reward, prompt) in zip(rewards, prompts) {
            averages[prompt].append(reward, decay: decay)
        }
    }

    /// The weighted moments of the prompt's rewards, with their plain count; nil if it was never recorded.
    public func moments(of prompt: Int) -> Moments? {
        guard prompt < averages.count, averages[prompt].count > 0 else { return nil }
        let average = averages[prompt]
        return Moments(count: average.count, mean: average.mean, variance: average.squares / average.weight)
    }
}

extension IndexedEMAStatistics {
    /// Restores averages that were saved. Throws `DecodingError` for contents that no averages can have.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        decay = try values.decode(Double.self, forKey: .decay)
        minimumCount = try values.decode(Int.self, forKey: .minimumCount)
        epsilon = try values.decode(Double.self, forKey: .epsilon)
        averages = try values.decode([Average].self, forKey: .averages)
        try decoder.require(decay > 0 && decay < 1, "a decay of \(decay)")
        try decoder.require(minimumCount >= 1, "a minimum count of \(minimumCount)")
        try decoder.require(epsilon > 0, "an epsilon of \(epsilon)")
        try decoder.require(
            averages.allSatisfy {
                $0.count >= 0 && ($0.weight > 0) == ($0.count > 0) && $0.mean.isFinite && $0.squares >= 0
            },
            "an average that no rewards have")
    }
}
