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
        let promptCount = promptCount
        return [Double](unsafeUninitializedCapacity: rewards.count) { advantages, count in
            // On the stack: an epoch takes microseconds, and so would arrays.
            withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * promptCount) { memory in
                let means = UnsafeMutableBufferPointer(rebasing: memory[..<promptCount])
                let scales = UnsafeMutableBufferPointer(rebasing: memory[promptCount...])
                fillBaselines(means, scales, for: prompts, batch: rewards)
                let (rewards, prompts) = (rewards.span, prompts.span)
                for place in rewards.indices {
                    let prompt = prompts[unchecked: place]
                    precondition(prompt >= 0, "prompt \(prompt)")
                    if prompt < promptCount {
                        advantages[place] = (rewards[unchecked: place] - means[prompt]) / scales[prompt]
                    } else {
                        // Never recorded, which a loop that records first does not meet.
                        let batch = Baseline(rewards.withUnsafeBufferPointer { Moments(of: $0) }, epsilon: epsilon)
                        advantages[place] = batch.advantage(of: rewards[unchecked: place])
                    }
                }
            }
            count = rewards.count
        }
    }

    /// Sets the mean and the deviation + ε of each prompt that is in the batch.
    private func fillBaselines(
        _ means: UnsafeMutableBufferPointer<Double>,
        _ scales: UnsafeMutableBufferPointer<Double>,
        for prompts: [Int],
        batch: [Double]
    ) {
        // With few prompts nearly all are in the batch. With many it is marked which are: 0, not -1.
        let isMarked = scales.count > prompts.count
        scales.initialize(repeating: isMarked ? -1 : 0)
        if isMarked {
            for prompt in prompts where scales.indices.contains(prompt) { scales[prompt] = 0 }
        }
        var whole: Moments?
        for prompt in scales.indices where scales[prompt] >= 0 {
            var moments = moments(of: prompt)
            if moments?.count ?? 0 < minimumCount {
                whole = whole ?? Moments(of: batch)
                moments = whole
            }
            means[prompt] = moments!.mean
            scales[prompt] = moments!.standardDeviation + epsilon
        }
    }
}
