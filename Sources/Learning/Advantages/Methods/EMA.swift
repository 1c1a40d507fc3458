import DeterministicMath

extension AdvantageMethod {
    /// Â = (r - μ) / (σ + ε) over an exponential moving average of each prompt's rewards, whose weights fall by the factor
    /// `decay`, 0 < `decay` < 1, with every newer one; over the whole batch while a prompt has fewer than `minimumCount`, at
    /// least 1.
    public static func ema(decay: Double = 0.9, minimumCount: Int = 16) -> AdvantageMethod {
        AdvantageMethod(EMA(decay: decay, minimumCount: minimumCount))
    }
}

struct EMA: AdvantageRule {
    var decay: Double
    var minimumCount: Int

    var name: String { "ema" }
    var summary: String { "a moving average of its prompt's rewards" }

    func validate() throws(InvalidSetting) {
        try InvalidSetting.unlessDecay(decay)
        try InvalidSetting.unless(minimumCount >= 1, "minimum count", minimumCount, "at least 1")
    }

    func with(length: Int, minimumCount: Int, decay: Double) -> EMA { EMA(decay: decay, minimumCount: minimumCount) }

    func statistics() -> any RewardStatistics { EMAStatistics(decay: decay, minimumCount: minimumCount) }
}

struct EMAStatistics: PromptStatistics, LearnedStatistics {
    let decay: Double
    let minimumCount: Int
    private var averages: [MovingAverage] = []

    init(decay: Double, minimumCount: Int) {
        self.decay = decay
        self.minimumCount = minimumCount
    }

    var memory: Memory { .allBatches }
    var promptCount: Int { averages.count }

    mutating func record(_ rewards: [Double], for prompts: [Int]) {
        averages.grow(toHold: prompts, filling: MovingAverage())
        for (reward, prompt) in zip(rewards, prompts) {
            averages[prompt].append(reward, decay: decay)
        }
    }

    /// The weighted moments of the prompt's rewards, with their plain count; nil if it was never recorded.
    func moments(of prompt: Int) -> Moments? { prompt < averages.count ? averages[prompt].moments : nil }

    mutating func merge(_ workers: [Worker<EMAStatistics>]) {
        for worker in workers {
            averages.grow(toHold: worker.numbers, filling: MovingAverage())
            for (newer, number) in zip(worker.statistics.averages, worker.numbers) {
                averages[number].append(newer, decay: decay)
            }
        }
    }

    mutating func restore(from decoder: any Decoder) throws {
        averages = try [MovingAverage](from: decoder)
        let decay = decay
        try decoder.require(averages.allSatisfy { $0.isPossible(decay: decay) }, "an average that no rewards have")
    }

    func encode(to encoder: any Encoder) throws { try averages.encode(to: encoder) }
}
