import DeterministicMath

extension AdvantageMethod {
    /// The baseline to beat: Â = (r - μ) / (σ + ε) with the mean and the population standard deviation of the whole batch,
    /// whatever the prompts.
    public static let batch = AdvantageMethod(WholeBatch())
}

struct WholeBatch: AdvantageRule {
    var name: String { "batch" }
    var summary: String { "the whole batch" }
    func statistics() -> any RewardStatistics { BatchStatistics() }
}

/// Remembers nothing: the batch itself is all that counts.
struct BatchStatistics: LearnedStatistics {
    var memory: Memory { .nothing }
    var promptCount: Int { 0 }
    mutating func record(_ rewards: [Double], for prompts: [Int]) {}

    func advantages(of rewards: [Double], for prompts: [Int], epsilon: Double) -> [Double] {
        guard !rewards.isEmpty else { return [] }
        let baseline = Baseline(Moments(of: rewards), epsilon: epsilon)
        return rewards.map { baseline.advantage(of: $0) }
    }

    func moments(of prompt: Int) -> Moments? { nil }
    mutating func restore(from decoder: any Decoder) throws {}
    mutating func merge(_ workers: [Worker<BatchStatistics>]) {}
}
