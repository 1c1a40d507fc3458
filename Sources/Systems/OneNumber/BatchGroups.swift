import DeterministicMath

/// A batch's rewards grouped by prompt, for methods that compare a reward with those of the same prompt in the same batch.
struct BatchGroups: Hashable, Sendable, Codable {
    /// The moments of each prompt's rewards; a count of 0 for a prompt that is not in the batch.
    private(set) var moments: [Moments]

    /// Nothing grouped yet.
    init() {
        moments = []
    }

    /// Groups a batch. Sums run in batch order.
    init(_ rewards: [Double], by prompts: [Int]) {
        requireRewards(rewards, for: prompts)
        let count = (prompts.max() ?? -1) + 1
        moments = [Moments](repeating: Moments(count: 0, mean: 0, variance: 0), count: count)
        for (reward, prompt) in zip(rewards, prompts) {
            moments[prompt].count += 1
            moments[prompt].mean += reward
        }
        for prompt in moments.indices where moments[prompt].count > 0 {
            moments[prompt].mean /= Double(moments[prompt].count)
        }
        for (reward, prompt) in zip(rewards, prompts) {
            let difference = reward - moments[prompt].mean
            moments[prompt].variance += difference * difference
        }
        for prompt in moments.indices where moments[prompt].count > 0 {
            moments[prompt].variance /= Double(moments[prompt].count)
        }
    }

    /// The group of a prompt that must be in the batch.
    subscript(prompt: Int) -> Moments {
        guard let moments = self.moments(of: prompt) else {
            fatalError("prompt \(prompt) is not in the batch that was recorded last")
        }
        return moments
    }

    /// The moments of a prompt's group; nil if it has none.
    func moments(of prompt: Int) -> Moments? {
        guard prompt < moments.count, moments[prompt].count > 0 else { return nil }
        return moments[prompt]
    }

    /// Each reward less the mean of its group.
    func centered(_ rewards: [Double], for prompts: [Int]) -> [Double] {
        requireOneReward(for: prompts, in: rewards)
        return zip(rewards, prompts).map { $0 - self[$1].mean }
    }
}
