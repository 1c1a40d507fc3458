public import DeterministicMath

/// A window of each prompt's last rewards, whose mean and variance are pulled toward those of all prompts: the more, the
/// fewer rewards it has.
///
/// With n rewards of mean m, the prompt's mean becomes μ̂ = w·m + (1 - w)·μ with w = τ² / (τ² + s²/n): μ is the mean of all
/// remembered rewards, s² the pooled variance within prompts, τ² the variance between prompts, both by the one-way analysis
/// of variance. This is the empirical-Bayes form of James and Stein's estimator (Efron, Morris, "Data analysis using Stein's
/// estimator and its generalizations", 1975). The variance becomes (Σ (r - μ̂)² + k·s²) / (n + k), as if `priorCount` k
/// rewards of the common variance had been seen too.
///
/// A prompt is never cut off from its own rewards by a minimum count, and never left alone with a single one.
public struct IndexedShrinkageStatistics: AdvantageEstimator, Codable {
    /// k, the weight of the common variance in rewards; 0 or more.
    public let priorCount: Double
    /// ε, which keeps equal rewards from dividing by zero.
    public let epsilon: Double
    /// The length of the windows.
    public var mostRewardsOfAPrompt: Int? { window.mostRewardsOfAPrompt }
    private var window: IndexedWindowStatistics
    private var population = Population()
    /// What the windows hold, by prompt.
    private var own: [Moments?] = []

    private enum CodingKeys: CodingKey {
        case priorCount, epsilon, window
    }

    /// Creates empty windows of `length` rewards, at least 1.
    public init(length: Int, priorCount: Double = 1, epsilon: Double = 1e-7) {
        require(priorCount >= 0 && priorCount.isFinite, "a prior count of \(priorCount)")
        window = IndexedWindowStatistics(length: length, minimumCount: 1, epsilon: epsilon)
        self.priorCount = priorCount
        requireEpsilon(epsilon)
        self.epsilon = epsilon
    }

    /// Remembers a batch's rewards, numbers below 1e150 in size, each under its prompt, in batch order.
    public mutating func record(_ rewards: [Double], for prompts: [Int]) {
        window.record(rewards, for: prompts)
        measure()
    }

    private mutating func measure() {
        own = (0..<window.promptCount).map { window.moments(of: $0) }
        population = Population(of: own.compactMap(\.self))
    }

    /// The advantage of each reward of the batch that was recorded last.
    public func advantages(of rewards: [Double], for prompts: [Int]) -> [Double] {
        requireOneReward(for: prompts, in: rewards)
        guard !rewards.isEmpty else { return [] }
        let unknown = window.promptCount
        let batch = Baseline(Moments(of: rewards), epsilon: epsilon)
        let baselines = (0...unknown).map { prompt in
            moments(of: prompt).map { Baseline($0, epsilon: epsilon) } ?? batch
        }
        return zip(rewards, prompts).map { baselines[min($1, unknown)].advantage(of: $0) }
    }

    /// The shrunken moments of the prompt; nil if it was never recorded, or if no prompt has two rewards yet.
    public func moments(of prompt: Int) -> Moments? {
        guard prompt < own.count, let own = own[prompt], let within = population.within else { return nil }
        let count = Double(own.count)
        let noise = within / count
        let weight = population.between > 0 ? population.between / (population.between + noise) : 0
        let mean = population.mean + weight * (own.mean - population.mean)
        let square = own.variance + (own.mean - mean) * (own.mean - mean)
        return Moments(
            count: own.count,
            mean: mean,
            variance: (count * square + priorCount * within) / (count + priorCount)
        )
    }
}

extension IndexedShrinkageStatistics {
    /// Restores windows that were saved. Throws `DecodingError` for contents that no windows can have.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        priorCount = try values.decode(Double.self, forKey: .priorCount)
        epsilon = try values.decode(Double.self, forKey: .epsilon)
        window = try values.decode(IndexedWindowStatistics.self, forKey: .window)
        try decoder.require(priorCount >= 0 && priorCount.isFinite, "a prior count of \(priorCount)")
        try decoder.require(epsilon > 0, "an epsilon of \(epsilon)")
        measure()
    }
}
