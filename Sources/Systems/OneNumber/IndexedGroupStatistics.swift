public import DeterministicMath

/// Each reward against the rewards of the same prompt in the same batch: Â = (r - μ_g) / (σ_g + ε). A prompt that is in the
/// batch once has no advantage.
///
/// Group relative policy optimisation's advantage (Shao et al., "DeepSeekMath", 2024, section 4.1: GRPO), but for the
/// population standard deviation. Nothing is remembered from batch to batch.
public struct IndexedGroupStatistics: AdvantageEstimator, Codable {
    /// ε, which keeps equal rewards from dividing by zero.
    public let epsilon: Double
    private var groups = BatchGroups()

    /// Creates the estimator.
    public init(epsilon: Double = 1e-7) {
        requireEpsilon(epsilon)
        self.epsilon = epsilon
    }

    /// Groups a batch's rewards, finite numbers; the batch before is forgotten.
    public mutating func record(_ rewards: [Double], for prompts: [Int]) {
        groups = BatchGroups(rewards, by: prompts)
    }

    /// The advantage of each reward of the batch that was recorded last.
    public func advantages(of rewards: [Double], for prompts: [Int]) -> [Double] {
        requireOneReward(for: prompts, in: rewards)
        return zip(rewards, prompts).map { Baseline(groups[$1], epsilon: epsilon).advantage(of: $0) }
    }

    /// The moments of the prompt's rewards in the last batch.
    public func moments(of prompt: Int) -> Moments? {
        groups.moments(of: prompt)
    }
}
