public import DeterministicMath

/// Each reward less the mean of its prompt's rewards in the batch, over one scale for all prompts:
/// Â = c / (std(c) + ε) with c = r - μ_g and the standard deviation over the whole batch's c.
///
/// REINFORCE++ with baseline (Hu et al., "REINFORCE++", 2025). A prompt that is in the batch once has no advantage.
public struct IndexedGroupMeanStatistics: AdvantageEstimator, Codable {
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
        guard !rewards.isEmpty else { return [] }
        let centered = groups.centered(rewards, for: prompts)
        let scale = centered.standardDeviation() + epsilon
        return centered.map { $0 / scale }
    }

    /// The moments of the prompt's rewards in the last batch.
    public func moments(of prompt: Int) -> Moments? {
        groups.moments(of: prompt)
    }
}
