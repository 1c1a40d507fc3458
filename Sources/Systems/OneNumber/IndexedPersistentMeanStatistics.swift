public import DeterministicMath

/// Each reward less what its prompt earned before this batch, over one scale for all prompts: Â = (c - mean(c)) / (std(c) + ε)
/// with c = r - v, where v is the prompt's moving average as it was before the batch, and mean and standard deviation are
/// over the whole batch's c.
///
/// Single-stream policy optimisation (Xu, Ding, "Single-stream policy optimization", 2025: SPO) with an exponential moving
/// average for its value tracker. The baseline does not contain the reward, so one sample per prompt is enough. A prompt
/// without a past is measured against the mean of the batch.
public struct IndexedPersistentMeanStatistics: AdvantageEstimator, Codable {
    /// ε, which keeps equal rewards from dividing by zero.
    public let epsilon: Double
    private var averages: IndexedEMAStatistics
    /// The means before the last batch, nil where there was none.
    private var baselines: [Double?] = []

    private enum CodingKeys: CodingKey {
        case epsilon, averages, baselines
    }

    /// Creates averages of nothing, whose weights fall by the factor `decay`, 0 < `decay` < 1, with every newer reward.
    public init(decay: Double, epsilon: Double = 1e-7) {
        requireEpsilon(epsilon)
        self.epsilon = epsilon
        averages = IndexedEMAStatistics(decay: decay, minimumCount: 1, epsilon: epsilon)
    }

    /// Takes a batch's rewards, numbers below 1e150 in size, into their prompts' averages; what these were before becomes the baseline.
    public mutating func record(_ rewards: [Double], for prompts: [Int]) {
        baselines = (0..<averages.promptCount).map { averages.moments(of: $0)?.mean }
        averages.record(rewards, for: prompts)
    }

    /// The advantage of each reward of the batch that was recorded last.
    public func advantages(of rewards: [Double], for prompts: [Int]) -> [Double] {
        requireOneReward(for: prompts, in: rewards)
        guard !rewards.isEmpty else { return [] }
        let batchMean = rewards.mean()
        let centered = zip(rewards, prompts).map { reward, prompt in
            reward - ((prompt < baselines.count ? baselines[prompt] : nil) ?? batchMean)
        }
        let baseline = Baseline(Moments(of: centered), epsilon: epsilon)
        return centered.map { baseline.advantage(of: $0) }
    }

    /// The weighted moments of the prompt's rewards, the last batch's with them.
    public func moments(of prompt: Int) -> Moments? {
        averages.moments(of: prompt)
    }
}

extension IndexedPersistentMeanStatistics {
    /// Restores averages that were saved. Throws `DecodingError` for contents that no averages can have.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        epsilon = try values.decode(Double.self, forKey: .epsilon)
        averages = try values.decode(IndexedEMAStatistics.self, forKey: .averages)
        baselines = try values.decode([Double?].self, forKey: .baselines)
        try decoder.require(epsilon > 0, "an epsilon of \(epsilon)")
        try decoder.require(
            baselines.count <= averages.promptCount && baselines.allSatisfy { $0?.isFinite ?? true },
            "baselines that no averages had")
    }
}
