public import DeterministicMath

/// The baseline that the original starts from: Â = (r - μ) / (σ + ε) with the mean and the population standard deviation
/// of the whole batch, whatever the prompts. It remembers nothing.
public struct BatchStatistics<Prompt>: AdvantageEstimator, Codable {
    /// ε, which keeps a batch of equal rewards from dividing by zero.
    public let epsilon: Double

    /// Creates the estimator.
    public init(epsilon: Double = 1e-7) {
        requireEpsilon(epsilon)
        self.epsilon = epsilon
    }

    /// Remembers nothing: the batch itself is all that counts.
    public mutating func record(_ rewards: [Double], for prompts: [Prompt]) { requireRewards(rewards, for: prompts) }

    /// (r - mean) / (standard deviation + ε) over the batch.
    public func advantages(of rewards: [Double], for prompts: [Prompt]) -> [Double] {
        requireOneReward(for: prompts, in: rewards)
        guard !rewards.isEmpty else { return [] }
        let baseline = Baseline(Moments(of: rewards), epsilon: epsilon)
        return rewards.map { baseline.advantage(of: $0) }
    }

    /// Nil: no prompt is remembered.
    public func moments(of prompt: Prompt) -> Moments? { nil }
}

/// What a reward is measured against: Â = (r - mean) / scale.
struct Baseline {
    let mean: Double
    /// The standard deviation + ε.
    let scale: Double
}

extension Baseline {
    init(_ moments: Moments, epsilon: Double) {
        mean = moments.mean
        scale = moments.standardDeviation + epsilon
    }

    @inline(__always)
    func advantage(of reward: Double) -> Double {
        (reward - mean) / scale
    }
}
