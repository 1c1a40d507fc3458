import DeterministicMath

/// The window as its definition reads, for any prompts: what `WindowStatistics` computes four prompts at a time.
struct LiteralWindow<Prompt: Hashable> {
    let length: Int
    let minimumCount: Int
    let epsilon: Double
    /// The last `length` rewards of each prompt; a new one takes the place of the oldest.
    var windows: [Prompt: [Double]] = [:]
    var counts: [Prompt: Int] = [:]

    mutating func record(_ rewards: [Double], for prompts: [Prompt]) {
        for (reward, prompt) in zip(rewards, prompts) {
            let count = counts[prompt, default: 0]
            if count < length { windows[prompt, default: []].append(reward) }
            windows[prompt]![count % length] = reward
            counts[prompt] = count + 1
        }
    }

    func advantages(of rewards: [Double], for prompts: [Prompt]) -> [Double] {
        zip(rewards, prompts).map { reward, prompt in
            let window = windows[prompt] ?? []
            let moments = Moments(of: window.count >= minimumCount ? window : rewards)
            return (reward - moments.mean) / (moments.standardDeviation + epsilon)
        }
    }
}
