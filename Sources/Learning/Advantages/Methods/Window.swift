import DeterministicMath

extension AdvantageMethod {
    /// Â = (r - μ) / (σ + ε) over the last `length` rewards of each prompt; over the whole batch while a prompt has fewer than
    /// `minimumCount`, 1 ≤ `minimumCount` ≤ `length` (Black et al., "Training diffusion models with reinforcement learning",
    /// 2024: DDPO).
    ///
    /// If a batch has more rewards of a prompt than the window holds, the first of them have left it when they are judged, by
    /// statistics that they are not part of. Such advantages have no bound; all others are at most √(n - 1) in a window of n.
    public static func window(length: Int = 32, minimumCount: Int = 16) -> AdvantageMethod {
        AdvantageMethod(Window(length: length, minimumCount: minimumCount))
    }
}

struct Window: AdvantageRule {
    var length: Int
    var minimumCount: Int

    var name: String { "window" }
    var summary: String { "the last rewards of its prompt" }

    func validate() throws(InvalidSetting) {
        try InvalidSetting.unlessSize(length, "window length")
        try InvalidSetting.unless(minimumCount >= 1, "minimum count", minimumCount, "at least 1")
        try InvalidSetting.unless(
            minimumCount <= length, "minimum count", minimumCount, "at most the window's length, \(length)")
    }

    func with(length: Int, minimumCount: Int, decay: Double) -> Window {
        Window(length: length, minimumCount: minimumCount)
    }

    func statistics() -> any RewardStatistics { WindowStatistics(length: length, minimumCount: minimumCount) }
}

/// A window of each prompt's last rewards; the mean and standard deviation are taken over the window, anew with each batch.
/// `LiteralWindow` says in a dozen lines what this does; a test holds the two to the same bits.
///
/// A running mean and variance would be updated in one step, but drift: after a thousand rewards that were equal in the
/// end, Welford's method leaves a standard deviation of 3e-5 where it is 0, and ε is 1e-7.
struct WindowStatistics: PromptStatistics, LearnedStatistics {
    let minimumCount: Int
    private(set) var rings: RewardRings

    init(length: Int, minimumCount: Int) {
        self.minimumCount = minimumCount
        rings = RewardRings(length: length)
    }

    var memory: Memory { .allBatches }
    var promptCount: Int { rings.promptCount }

    mutating func record(_ rewards: [Double], for prompts: [Int]) { rings.append(rewards, for: prompts) }

    func moments(of prompt: Int) -> Moments? { rings.moments(of: prompt) }

    mutating func merge(_ workers: [Worker<WindowStatistics>]) {
        for worker in workers { rings.append(worker.statistics.rings, for: worker.numbers) }
    }

    mutating func restore(from decoder: any Decoder) throws { try rings.restore(from: decoder) }

    func encode(to encoder: any Encoder) throws { try rings.encode(to: encoder) }
}
