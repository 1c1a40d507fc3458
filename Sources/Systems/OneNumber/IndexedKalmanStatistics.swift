public import DeterministicMath

/// A Kalman filter for each prompt: its expected reward is taken for a random walk, seen through noise.
///
/// With the noise's variance R as the unit, each reward first adds `drift` (the walk's variance per reward over R) to the
/// uncertainty p, and then moves the mean by the gain K = p / (p + 1): μ += K·(r - μ), p = (1 - K)·p. The first reward counts
/// fully, early ones like an ordinary mean, and in the long run the filter is a moving average that forgets as fast as
/// `drift` makes it worthwhile. R is estimated from the surprises, whose variance is (p + 1)·R, with weights that fall like
/// the mean's. (Kalman, "A new approach to linear filtering and prediction problems", 1960; the model is Harvey's "local
/// level", 1989.)
public struct IndexedKalmanStatistics: PerPromptStatistics, Codable {
    /// The variance that an expected reward gains from one of its rewards to the next, over the variance of a reward; positive.
    public let drift: Double
    /// How many rewards of a prompt must be remembered before its own statistics count; at least 2, since the first reward
    /// brings no surprise.
    public let minimumCount: Int
    /// ε, which keeps equal rewards from dividing by zero.
    public let epsilon: Double
    /// One more than the largest prompt recorded so far.
    public var promptCount: Int { filters.count }

    private struct Filter: Hashable, Sendable, Codable {
        var count = 0
        var mean = 0.0
        /// The variance of `mean` over that of a reward.
        var uncertainty = 0.0
        /// Σ wᵢ and Σ wᵢ·eᵢ²/(pᵢ + 1) over the surprises e.
        var weight = 0.0
        var squares = 0.0

        mutating func append(_ reward: Double, drift: Double) {
            count += 1
            guard count > 1 else {
                mean = reward
                uncertainty = 1
                return
            }
            let predicted = uncertainty + drift
            let gain = predicted / (predicted + 1)
            let surprise = reward - mean
            mean += gain * surprise
            uncertainty = gain
            weight = (1 - gain) * weight + 1
            squares = (1 - gain) * squares + surprise * surprise / (predicted + 1)
        }
    }

    private var filters: [Filter] = []

    private enum CodingKeys: CodingKey {
        case drift, minimumCount, epsilon, filters
    }

    /// Creates filters that have seen nothing; `drift` > 0 and `minimumCount` ≥ 2.
    public init(drift: Double, minimumCount: Int = 4, epsilon: Double = 1e-7) {
        require(drift > 0 && drift.isFinite, "a drift of \(drift)")
        require(minimumCount >= 2, "a minimum count of \(minimumCount)")
        self.drift = drift
        self.minimumCount = minimumCount
        requireEpsilon(epsilon)
        self.epsilon = epsilon
    }

    /// Shows a batch's rewards, numbers below 1e150 in size, to their prompts' filters, in batch order.
    public mutating func record(_ rewards: [Double], for prompts: [Int]) {
        requireRewards(rewards, for: prompts)
        for (reward, prompt) in zip(rewards, prompts) {
            if prompt >= promptCount {
                filters.append(contentsOf: repeatElement(Filter(), count: prompt + 1 - promptCount))
            }
            filters[prompt].append(reward, drift: drift)
        }
    }

    /// The filter's mean and the variance R of a single reward; nil if the prompt was never recorded.
    public func moments(of prompt: Int) -> Moments? {
        guard prompt < promptCount, filters[prompt].count > 0 else { return nil }
        let filter = filters[prompt]
        return Moments(
            count: filter.count, mean: filter.mean, variance: filter.weight > 0 ? filter.squares / filter.weight : 0)
    }
}

extension IndexedKalmanStatistics {
    /// Restores filters that were saved. Throws `DecodingError` for contents that no filters can have.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        drift = try values.decode(Double.self, forKey: .drift)
        minimumCount = try values.decode(Int.self, forKey: .minimumCount)
        epsilon = try values.decode(Double.self, forKey: .epsilon)
        filters = try values.decode([Filter].self, forKey: .filters)
        try decoder.require(drift > 0 && drift.isFinite, "a drift of \(drift)")
        try decoder.require(minimumCount >= 2, "a minimum count of \(minimumCount)")
        try decoder.require(epsilon > 0, "an epsilon of \(epsilon)")
        try decoder.require(
            filters.allSatisfy {
                $0.count >= 0 && $0.mean.isFinite && $0.uncertainty >= 0 && $0.weight >= 0 && $0.squares >= 0
            }, "a filter that no rewards have")
    }
}
