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
        return [Double](unsafeUninitializedCapacity: rewards.count) { advantages, count in
            // Prompts that were never recorded share one place behind the others.
            let unknown = promptCount
            // On the stack: an epoch takes microseconds, and so would arrays.
            withUnsafeTemporaryAllocation(of: Double.self, capacity: unknown + 1) { means in
                withUnsafeTemporaryAllocation(of: Double.self, capacity: unknown + 1) { scales in
                    scales.initialize(repeating: -1)
                    for prompt in prompts {
                        precondition(prompt >= 0, "prompt \(prompt)")
                        scales[min(prompt, unknown)] = 0
                    }
                    fillBaselines(means: means, scales: scales, batch: rewards)
                    for place in rewards.indices {
                        let known = min(prompts[place], unknown)
                        advantages[place] = (rewards[place] - means[known]) / scales[known]
                    }
                }
            }
            count = rewards.count
        }
    }

    /// Sets the mean and the deviation + ε of each prompt whose scale is not negative.
    private func fillBaselines(
        means: UnsafeMutableBufferPointer<Double>, scales: UnsafeMutableBufferPointer<Double>, batch: [Double]
    ) {
        var whole: Moments?
        for prompt in scales.indices where scales[prompt] >= 0 {
            if prompt < promptCount, let own = moments(of: prompt), own.count >= minimumCount {
                means[prompt] = own.mean
                scales[prompt] = own.standardDeviation + epsilon
            } else {
                let moments = whole ?? Moments(of: batch)
                whole = moments
                means[prompt] = moments.mean
                scales[prompt] = moments.standardDeviation + epsilon
            }
        }
    }
}
