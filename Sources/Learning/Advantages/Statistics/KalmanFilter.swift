import DeterministicMath

/// A random walk seen through noise.
///
/// With the noise's variance R as the unit, each reward first adds `drift` (the walk's variance per reward over R) to the
/// uncertainty p, and then moves the mean by the gain K = p / (p + 1): μ += K·(r - μ), p = (1 - K)·p. The first reward counts
/// fully, early ones like an ordinary mean, and in the long run the filter is a moving average that forgets as fast as
/// `drift` makes it worthwhile. R is estimated from the surprises, whose variance is (p + 1)·R, with weights that fall like
/// the mean's. (Kalman, "A new approach to linear filtering and prediction problems", 1960; the model is Harvey's "local
/// level", 1989.)
struct KalmanFilter: Hashable, Codable {
    private var count = 0
    private var mean = 0.0
    /// The variance of `mean` over that of a reward.
    private var uncertainty = 0.0
    /// Σ wᵢ and Σ wᵢ·eᵢ²/(pᵢ + 1) over the surprises e.
    private var weight = 0.0
    private var squares = 0.0

    /// The mean and R; nil without a reward.
    var moments: Moments? {
        count > 0 ? Moments(count: count, mean: mean, variance: weight > 0 ? squares / weight : 0) : nil
    }

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

    /// Takes in the filter of rewards that are newer than all of its own, weighing both means by their certainty. A single
    /// reward is one of its own kind; of several, what they have in common of the walk is counted twice, which matters little
    /// for a small drift.
    mutating func append(_ newer: KalmanFilter, drift: Double) {
        guard count > 0, newer.count > 1 else {
            if count == 0 { self = newer } else if newer.count == 1 { append(newer.mean, drift: drift) }
            return
        }
        let predicted = uncertainty + Double(newer.count) * drift
        let gain = predicted / (predicted + newer.uncertainty)
        let surprise = newer.mean - mean
        count += newer.count
        mean += gain * surprise
        uncertainty = gain * newer.uncertainty
        weight = (1 - gain) * weight + newer.weight + 1
        squares = (1 - gain) * squares + newer.squares + surprise * surprise / (predicted + newer.uncertainty)
    }

    /// Whether rewards below the bound can lead here.
    var isPossible: Bool {
        guard count > 0 else { return self == KalmanFilter() }
        return count <= RewardRings.mostRecorded && AdvantageError.isValid(mean) && uncertainty > 0 && uncertainty <= 1
            && weight >= 0 && weight <= Double(count) && squares >= 0
            && (squares / max(1, weight)).squareRoot() < 2 * AdvantageError.rewardBound
    }
}
