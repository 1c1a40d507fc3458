import DeterministicMath

extension AdvantageMethod {
    /// Each reward less the mean of its prompt's rewards in the batch, over one scale for all prompts:
    /// Â = c / (std(c) + ε) with c = r - μ_g and the standard deviation over the whole batch's c.
    ///
    /// REINFORCE++ with baseline (Hu et al., "REINFORCE++", 2025). A prompt that is in the batch once has no advantage.
    public static let groupMean = AdvantageMethod(GroupMean())
}

struct GroupMean: AdvantageRule {
    var name: String { "group-mean" }
    var summary: String { "the mean of its prompt in the batch, with one scale for all" }
    func statistics() -> any RewardStatistics { GroupMeanStatistics() }
}

struct GroupMeanStatistics: BatchGroupStatistics {
    var groups = BatchGroups()

    func advantages(of rewards: [Double], for prompts: [Int], epsilon: Double) -> [Double] {
        guard !rewards.isEmpty else { return [] }
        let centered = groups.map(rewards, for: prompts) {
            $0.mean
        } _: {
            $0 - $1
        }
        let scale = centered.standardDeviation() + epsilon
        return centered.map { $0 / scale }
    }
}
