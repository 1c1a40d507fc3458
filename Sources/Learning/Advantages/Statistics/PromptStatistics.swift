import DeterministicMath

/// Statistics that are kept separately for each prompt.
///
/// Â = (r - μ) / (σ + ε) with the mean and the population standard deviation of the prompt's remembered rewards, or of the
/// whole batch while the prompt has fewer than `minimumCount`.
package protocol PromptStatistics: RewardStatistics {
    /// How many rewards of a prompt must be remembered before its own statistics count.
    var minimumCount: Int { get }
    /// One more than the largest prompt recorded so far.
    var promptCount: Int { get }
}

extension PromptStatistics {
    package func advantages(of rewards: [Double], for prompts: [Int], epsilon: Double) -> [Double] {
        advantagesByOwnMoments(of: rewards, for: prompts, epsilon: epsilon)
    }

    /// The advantages by the prompts' own moments, or the batch's.
    package func advantagesByOwnMoments(of rewards: [Double], for prompts: [Int], epsilon: Double) -> [Double] {
        // With few prompts most are in the batch, several times; of many nobody should look at those that are not.
        promptCount <= rewards.count
            ? advantagesByPrompt(of: rewards, for: prompts, epsilon: epsilon)
            : advantagesByReward(of: rewards, for: prompts, epsilon: epsilon)
    }

    /// Takes each reward's baseline by itself.
    private func advantagesByReward(of rewards: [Double], for prompts: [Int], epsilon: Double) -> [Double] {
        var batch: Baseline?
        return zip(rewards, prompts).map { reward, prompt in
            if let own = moments(of: prompt), own.count >= minimumCount {
                return Baseline(own, epsilon: epsilon).advantage(of: reward)
            }
            let whole = batch ?? Baseline(Moments(of: rewards), epsilon: epsilon)
            batch = whole
            return whole.advantage(of: reward)
        }
    }

    /// Takes the baselines of all prompts first.
    private func advantagesByPrompt(of rewards: [Double], for prompts: [Int], epsilon: Double) -> [Double] {
        let promptCount = promptCount
        return [Double](unsafeUninitializedCapacity: rewards.count) { advantages, count in
            // On the stack: an epoch takes microseconds, and so would arrays.
            withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * promptCount) { memory in
                let means = UnsafeMutableBufferPointer(rebasing: memory[..<promptCount])
                let scales = UnsafeMutableBufferPointer(rebasing: memory[promptCount...])
                fillBaselines(means, scales, batch: rewards, epsilon: epsilon)
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
                        advantages[place] = (reward - means[prompt]) / scales[prompt]
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

    /// Sets the mean and the deviation + ε of each prompt.
    private func fillBaselines(
        _ means: UnsafeMutableBufferPointer<Double>,
        _ scales: UnsafeMutableBufferPointer<Double>,
        batch: [Double],
        epsilon: Double
    ) {
        var whole: Moments?
        for prompt in scales.indices {
            var moments = moments(of: prompt)
            if moments?.count ?? 0 < minimumCount {
                whole = whole ?? Moments(of: batch)
                moments = whole
            }
            means.initializeElement(at: prompt, to: moments!.mean)
            scales.initializeElement(at: prompt, to: moments!.standardDeviation + epsilon)
        }
    }
}
