import DeterministicMath

extension AdvantageMethod {
    /// A Kalman filter for each prompt: its expected reward is taken for a random walk, seen through noise; Â = (r - μ) / (σ + ε)
    /// with the filter's mean and the noise's standard deviation, or those of the whole batch while the prompt has fewer than
    /// `minimumCount` rewards.
    ///
    /// `drift`, positive, is the variance that an expected reward gains from one of its rewards to the next, over the variance of a
    /// reward. `minimumCount` is at least 2, since the first reward brings no surprise.
    public static func kalman(drift: Double = 0.05, minimumCount: Int = 4) -> AdvantageMethod {
        AdvantageMethod(Kalman(drift: drift, minimumCount: minimumCount))
    }
}

struct Kalman: AdvantageRule {
    var drift: Double
    var minimumCount: Int

    var name: String { "kalman" }
    var summary: String { "a Kalman filter of its prompt's rewards" }

    func validate() throws(InvalidSetting) {
        try InvalidSetting.unless(drift > 0 && drift < 1e150, "drift", drift, "positive and below 1e150")
        try InvalidSetting.unless(minimumCount >= 2, "minimum count", minimumCount, "at least 2")
    }

    func with(length: Int, minimumCount: Int, decay: Double) -> Kalman {
        Kalman(drift: drift, minimumCount: minimumCount)
    }

    func statistics() -> any RewardStatistics { KalmanStatistics(drift: drift, minimumCount: minimumCount) }
}

struct KalmanStatistics: PromptStatistics, LearnedStatistics {
    let drift: Double
    let minimumCount: Int
    private var filters: [KalmanFilter] = []

    init(drift: Double, minimumCount: Int = 4) {
        self.drift = drift
        self.minimumCount = minimumCount
    }

    var memory: Memory { .allBatches }
    var promptCount: Int { filters.count }

    mutating func record(_ rewards: [Double], for prompts: [Int]) {
        filters.grow(toHold: prompts, filling: KalmanFilter())
        for (reward, prompt) in zip(rewards, prompts) {
            filters[prompt].append(reward, drift: drift)
        }
    }

    /// The filter's mean and the variance R of a single reward; nil if the prompt was never recorded.
    func moments(of prompt: Int) -> Moments? { prompt < filters.count ? filters[prompt].moments : nil }

    mutating func merge(_ workers: [Worker<KalmanStatistics>]) {
        for worker in workers {
            filters.grow(toHold: worker.numbers, filling: KalmanFilter())
            for (newer, number) in zip(worker.statistics.filters, worker.numbers) {
                filters[number].append(newer, drift: drift)
            }
        }
    }

    mutating func restore(from decoder: any Decoder) throws {
        filters = try [KalmanFilter](from: decoder)
        try decoder.require(filters.allSatisfy(\.isPossible), "a filter that no rewards have")
    }

    func encode(to encoder: any Encoder) throws { try filters.encode(to: encoder) }
}
