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
        requireOneReward(for: prompts, in: rewards)
        let promptCount = promptCount
        return [Double](unsafeUninitializedCapacity: rewards.count) { advantages, count in
            // On the stack: an epoch takes microseconds, and so would arrays.
            withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * promptCount) { memory in
                let means = UnsafeMutableBufferPointer(rebasing: memory[..<promptCount])
                let scales = UnsafeMutableBufferPointer(rebasing: memory[promptCount...])
                fillBaselines(means, scales, for: prompts, batch: rewards)
                let (rewards, prompts) = (rewards.span, prompts.span)
                var place = 0
                var whole: Baseline?
                // Two at once: most of the time is the division's, and one instruction divides two.
                while place &+ 1 < rewards.count {
                    let (first, second) = (prompts[unchecked: place], prompts[unchecked: place &+ 1])
                    guard max(first, second) < promptCount, min(first, second) >= 0 else { break }
                    let reward = SIMD2(rewards[unchecked: place], rewards[unchecked: place &+ 1])
                    let advantage =
                        (reward - SIMD2(means[first], means[second])) / SIMD2(scales[first], scales[second])
                    advantages[place] = advantage[0]
                    advantages[place &+ 1] = advantage[1]
                    place &+= 2
                }
                // The last one of an odd number; or the rest from a prompt on that was never recorded, which a loop that
                // records first does not meet.
                for place in place..<rewards.count {
                    let (reward, prompt) = (rewards[unchecked: place], prompts[unchecked: place])
                    // In the innermost loop the message of `require` would cost a twentieth of a run.
                    precondition(prompt >= 0, "prompt \(prompt)")
                    guard prompt >= promptCount else {
                        let baseline = Baseline(mean: means[prompt], scale: scales[prompt])
                        advantages[place] = baseline.advantage(of: reward)
                        continue
                    }
                    let batch = whole ?? Baseline(rewards.withUnsafeBufferPointer { Moments(of: $0) }, epsilon: epsilon)
                    whole = batch
                    advantages[place] = batch.advantage(of: reward)
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
