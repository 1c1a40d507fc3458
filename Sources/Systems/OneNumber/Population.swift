import DeterministicMath

/// What the rewards of all prompts have in common, by the one-way analysis of variance.
struct Population: Hashable, Sendable, Codable {
    /// μ, the mean of all rewards.
    private(set) var mean = 0.0
    /// s², the pooled variance within prompts; nil while no prompt has two rewards.
    private(set) var within: Double?
    /// τ², the variance of the prompts' expected rewards.
    private(set) var between = 0.0

    /// Nothing known.
    init() {}

    /// The analysis of variance of the prompts' rewards.
    init(of prompts: [Moments]) {
        guard !prompts.isEmpty else { return }
        let counts = prompts.map { Double($0.count) }
        let total = counts.sum()
        mean = prompts.map { Double($0.count) * $0.mean }.sum() / total
        let freedom = total - Double(prompts.count)
        guard freedom > 0 else { return }
        let within = prompts.map { Double($0.count) * $0.variance }.sum() / freedom
        self.within = within
        let grandMean = mean
        let squares = prompts.map { Double($0.count) * ($0.mean - grandMean) * ($0.mean - grandMean) }.sum()
        let effectiveCount = total - counts.map { $0 * $0 }.sum() / total
        guard effectiveCount > 0 else { return }
        between = max(0, (squares - Double(prompts.count - 1) * within) / effectiveCount)
    }
}
