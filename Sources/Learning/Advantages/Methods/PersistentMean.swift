import DeterministicMath

extension AdvantageMethod {
    /// Each reward less what its prompt earned before this batch, over one scale for all prompts: Â = (c - mean(c)) / (std(c) + ε)
    /// with c = r - v, where v is the prompt's moving average as it was before the batch, 0 < `decay` < 1, and mean and standard
    /// deviation are over the whole batch's c.
    ///
    /// Single-stream policy optimisation (Xu, Ding, "Single-stream policy optimization", 2025: SPO) with an exponential moving
    /// average for its value tracker. The baseline does not contain the reward, so one sample per prompt is enough. A prompt
    /// without a past is measured against the mean of the batch.
    public static func persistentMean(decay: Double = 0.9) -> AdvantageMethod {
        AdvantageMethod(PersistentMean(decay: decay))
    }
}

struct PersistentMean: AdvantageRule {
    var decay: Double

    var name: String { "persistent-mean" }
    var summary: String { "the moving average before the batch, with one scale for all" }
    func validate() throws(InvalidSetting) { try InvalidSetting.unlessDecay(decay) }
    func with(length: Int, minimumCount: Int, decay: Double) -> PersistentMean { PersistentMean(decay: decay) }
    func statistics() -> any RewardStatistics { PersistentMeanStatistics(decay: decay) }
}

struct PersistentMeanStatistics: LearnedStatistics {
    let decay: Double
    private var batch = 0
    private var prompts: [Past] = []

    /// A prompt's average, and what its mean was before a batch.
    private struct Past: Hashable, Codable {
        var average = MovingAverage()
        /// The last batch that the prompt was in, counted from 1, and the mean before it; nil if that was its first.
        var batch = 0
        var before: Double?

        /// Keeps the mean as it is, as the baseline for a batch that begins.
        mutating func begin(_ batch: Int) {
            guard self.batch < batch else { return }
            self.batch = batch
            before = average.expectation
        }
    }

    init(decay: Double) { self.decay = decay }

    var memory: Memory { .allBatches }
    var promptCount: Int { prompts.count }

    mutating func record(_ rewards: [Double], for prompts: [Int]) {
        batch += 1
        self.prompts.grow(toHold: prompts, filling: Past())
        let (batch, decay) = (batch, decay)
        // A buffer, because an array would ask before every write whether it is shared.
        self.prompts.withUnsafeMutableBufferPointer { known in
            for (reward, prompt) in zip(rewards, prompts) {
                known[prompt].begin(batch)
                known[prompt].average.append(reward, decay: decay)
            }
        }
    }

    func advantages(of rewards: [Double], for prompts: [Int], epsilon: Double) -> [Double] {
        guard !rewards.isEmpty else { return [] }
        var batchMean: Double?
        let centered = zip(rewards, prompts).map { reward, prompt in
            if let own = baseline(of: prompt) { return reward - own }
            let mean = batchMean ?? Moments(of: rewards).mean
            batchMean = mean
            return reward - mean
        }
        let whole = Baseline(Moments(of: centered), epsilon: epsilon)
        return centered.map { whole.advantage(of: $0) }
    }

    /// The prompt's mean before the last batch.
    private func baseline(of prompt: Int) -> Double? {
        guard prompt < prompts.count else { return nil }
        return prompts[prompt].batch == batch ? prompts[prompt].before : prompts[prompt].average.expectation
    }

    /// The weighted moments of the prompt's rewards, the last batch's with them.
    func moments(of prompt: Int) -> Moments? { prompt < prompts.count ? prompts[prompt].average.moments : nil }

    mutating func merge(_ workers: [Worker<PersistentMeanStatistics>]) {
        batch += 1
        prompts.grow(toHold: workers.flatMap(\.numbers), filling: Past())
        for worker in workers {
            for (past, number) in zip(worker.statistics.prompts, worker.numbers) {
                prompts[number].begin(batch)
                prompts[number].average.append(past.average, decay: decay)
            }
        }
    }

    private enum CodingKeys: CodingKey { case batch, prompts }

    mutating func restore(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        batch = try values.decode(Int.self, forKey: .batch)
        prompts = try values.decode([Past].self, forKey: .prompts)
        let (batch, decay) = (batch, decay)
        try decoder.require((0...RewardRings.mostRecorded).contains(batch), "\(batch) batches")
        try decoder.require(
            prompts.allSatisfy {
                $0.average.isPossible(decay: decay) && (0...batch).contains($0.batch)
                    && $0.before.map(AdvantageError.isValid) ?? true
            },
            "an average that no rewards have")
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(batch, forKey: .batch)
        try values.encode(prompts, forKey: .prompts)
    }
}
