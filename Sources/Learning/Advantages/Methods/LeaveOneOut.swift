import DeterministicMath

extension AdvantageMethod {
    /// Each reward less the mean of the *other* rewards of its prompt in the batch: Â = r - Σ_{j≠i} rⱼ / (n - 1), which is
    /// (r - μ_g)·n/(n - 1). A prompt that is in the batch once has no advantage.
    ///
    /// A reward is not in its own baseline, so the gradient estimate is unbiased. There is no division by a standard deviation:
    /// the advantage is in units of reward. (Kool, van Hoof, Welling, "Buy 4 REINFORCE samples, get a baseline for free!", 2019;
    /// Ahmadian et al., "Back to basics", 2024: RLOO.) Without the factor n/(n - 1), it is Dr. GRPO's advantage
    /// (Liu et al., "Understanding R1-Zero-like training", 2025).
    public static let leaveOneOut = AdvantageMethod(LeaveOneOut())
}

struct LeaveOneOut: AdvantageRule {
    var name: String { "leave-one-out" }
    var summary: String { "the others of its prompt in the batch, without a scale" }
    func statistics() -> any RewardStatistics { LeaveOneOutStatistics() }
}

struct LeaveOneOutStatistics: BatchGroupStatistics {
    var groups = BatchGroups()

    func advantages(of rewards: [Double], for prompts: [Int], epsilon: Double) -> [Double] {
        groups.map(rewards, for: prompts) { group in
            (mean: group.mean, factor: group.count > 1 ? Double(group.count) / Double(group.count - 1) : nil)
        } _: { reward, group in
            group.factor.map { (reward - group.mean) * $0 } ?? 0
        }
    }
}
