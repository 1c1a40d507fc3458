import DeterministicMath

extension AdvantageMethod {
    /// A window of each prompt's last `length` rewards, whose mean and variance are pulled toward those of all prompts: the more,
    /// the fewer rewards it has.
    ///
    /// With n rewards of mean m, the prompt's mean becomes μ̂ = w·m + (1 - w)·μ with w = τ² / (τ² + s²/n): μ is the mean of all
    /// remembered rewards, s² the pooled variance within prompts, τ² the variance between prompts, both by the one-way analysis
    /// of variance. This is the empirical-Bayes form of James and Stein's estimator (Efron, Morris, "Data analysis using Stein's
    /// estimator and its generalizations", 1975). The variance becomes (Σ (r - μ̂)² + k·s²) / (n + k), as if `priorCount` k
    /// rewards, 0 or more, of the common variance had been seen too.
    ///
    /// A prompt is never cut off from its own rewards by a minimum count, and never left alone with a single one; while no
    /// prompt has two rewards, the whole batch counts.
    public static func shrinkage(length: Int = 32, priorCount: Double = 1) -> AdvantageMethod {
        AdvantageMethod(Shrinkage(length: length, priorCount: priorCount))
    }
}

struct Shrinkage: AdvantageRule {
    var length: Int
    var priorCount: Double

    var name: String { "shrinkage" }
    var summary: String { "a window pulled toward all prompts" }

    func validate() throws(InvalidSetting) {
        try InvalidSetting.unlessSize(length, "window length")
        try InvalidSetting.unless(
            priorCount >= 0 && priorCount.isFinite, "prior count", priorCount, "finite and at least 0")
    }

    func with(length: Int, minimumCount: Int, decay: Double) -> Shrinkage {
        Shrinkage(length: length, priorCount: priorCount)
    }

    func statistics() -> any RewardStatistics { ShrinkageStatistics(length: length, priorCount: priorCount) }
}

struct ShrinkageStatistics: PromptStatistics, LearnedStatistics {
    let priorCount: Double
    private var rings: RewardRings
    private var population = Population()

    init(length: Int, priorCount: Double = 1) {
        self.priorCount = priorCount
        rings = RewardRings(length: length)
    }

    var minimumCount: Int { 1 }
    var memory: Memory { .allBatches }
    var promptCount: Int { rings.promptCount }

    mutating func record(_ rewards: [Double], for prompts: [Int]) {
        rings.append(rewards, for: prompts)
        population.update(prompts, of: promptCount, moments: rings.moments)
    }

    /// The shrunken moments of the prompt; nil if it was never recorded, or if no prompt has two rewards yet.
    func moments(of prompt: Int) -> Moments? {
        guard let own = rings.moments(of: prompt), let within = population.within else { return nil }
        let count = Double(own.count)
        let noise = within / count
        let weight = population.between > 0 ? population.between / (population.between + noise) : 0
        // The mean of equal rewards must not be rounded on the way.
        let mean = weight == 1 ? own.mean : population.mean + weight * (own.mean - population.mean)
        let square = own.variance + (own.mean - mean) * (own.mean - mean)
        return Moments(
            count: own.count,
            mean: mean,
            variance: (count * square + priorCount * within) / (count + priorCount)
        )
    }

    mutating func merge(_ workers: [Worker<ShrinkageStatistics>]) {
        for worker in workers {
            rings.append(worker.statistics.rings, for: worker.numbers)
            population.update(worker.numbers, of: promptCount, moments: rings.moments)
        }
    }

    mutating func restore(from decoder: any Decoder) throws {
        try rings.restore(from: decoder)
        population.update(Array(0..<promptCount), of: promptCount, moments: rings.moments)
    }

    func encode(to encoder: any Encoder) throws { try rings.encode(to: encoder) }
}
