public import DeterministicMath

/// Each reward less the mean of the *other* rewards of its prompt in the batch: Â = r - Σ_{j≠i} rⱼ / (n - 1), which is
/// (r - μ_g)·n/(n - 1). A prompt that is in the batch once has no advantage.
///
/// A reward is not in its own baseline, so the gradient estimate is unbiased. There is no division by a standard deviation:
/// the advantage is in units of reward. (Kool, van Hoof, Welling, "Buy 4 REINFORCE samples, get a baseline for free!", 2019;
/// Ahmadian et al., "Back to basics", 2024: RLOO.) Without the factor n/(n - 1), it is Dr. GRPO's advantage
/// (Liu et al., "Understanding R1-Zero-like training", 2025).
public struct IndexedLeaveOneOutStatistics: AdvantageEstimator, Codable {
    private var groups = BatchGroups()

    /// Creates the estimator.
    public init() {}

    /// Groups a batch's rewards, finite numbers; the batch before is forgotten.
    public mutating func record(_ rewards: [Double], for prompts: [Int]) {
        groups = BatchGroups(rewards, by: prompts)
    }

    /// The advantage of each reward of the batch that was recorded last.
    public func advantages(of rewards: [Double], for prompts: [Int]) -> [Double] {
        requireOneReward(for: prompts, in: rewards)
        return zip(rewards, prompts).map { reward, prompt in
            let group = groups[prompt]
            guard group.count > 1 else { return 0 }
            return (reward - group.mean) * (Double(group.count) / Double(group.count - 1))
        }
    }

    /// The moments of the prompt's rewards in the last batch.
    public func moments(of prompt: Int) -> Moments? {
        groups.moments(of: prompt)
    }
}
