import DeterministicMath

/// Statistics kept separately for prompts that are numbered from 0: the fast form, for a loop that knows its prompts by
/// index. `StatisticsByPrompt` makes any hashable prompt of it.
///
/// Â = (r - μ) / (σ + ε) with the mean and the population standard deviation of the prompt's remembered rewards, or of the
/// whole batch while the prompt has fewer than `minimumCount`.
public protocol PerPromptStatistics: AdvantageEstimator where Prompt == Int {
    /// How many rewards of a prompt must be remembered before its own statistics count.
    var minimumCount: Int { get }
    /// ε, which keeps equal rewards from dividing by zero.
    var epsilon: Double { get }
    /// One more than the largest prompt recorded so far.
    var promptCount: Int { get }
}

extension PerPromptStatistics {
    /// The advantage of each reward of the batch that was recorded last.
    public func advantages(of rewards: [Double], for prompts: [Int]) -> [Double] {
        precondition(rewards.count == prompts.count, "\(rewards.count) rewards for \(prompts.count) prompts")
        guard !rewards.isEmpty else { return [] }
        // Prompts that were never recorded share one place behind the others.
        let unknown = promptCount
        var isInBatch = [Bool](repeating: false, count: unknown + 1)
        for prompt in prompts {
            isInBatch[min(prompt, unknown)] = true
        }
        lazy var batch = Baseline(Moments(of: rewards), epsilon: epsilon)
        var baselines = [Baseline](repeating: Baseline(mean: 0, scale: 1), count: unknown + 1)
        for prompt in baselines.indices where isInBatch[prompt] {
            baselines[prompt] = baseline(of: prompt) ?? batch
        }
        var advantages = rewards
        advantages.fill { baselines[min(prompts[$0], unknown)].advantage(of: rewards[$0]) }
        return advantages
    }

    /// The prompt's own baseline, if it has rewards enough.
    private func baseline(of prompt: Int) -> Baseline? {
        guard let moments = moments(of: prompt), moments.count >= minimumCount else { return nil }
        return Baseline(moments, epsilon: epsilon)
    }
}
