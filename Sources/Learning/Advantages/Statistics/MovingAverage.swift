import DeterministicMath

/// Mean and variance of a prompt's rewards with weights that fall by the factor `decay` with every newer one.
///
/// The weights are normalised, so nothing is assumed about rewards before the first: mean = Σ wᵢ rᵢ / Σ wᵢ with
/// wᵢ = decay^age, variance = Σ wᵢ (rᵢ - mean)² / Σ wᵢ. West's update ("Updating mean and variance estimates", 1979) keeps
/// both; unlike a window's, its rounding errors decay.
struct MovingAverage: Hashable, Codable {
    private var count = 0
    /// Σ wᵢ.
    private var weight = 0.0
    private var mean = 0.0
    /// Σ wᵢ (rᵢ - mean)².
    private var squares = 0.0

    /// The weighted moments, with the plain count; nil without a reward.
    var moments: Moments? {
        count > 0 ? Moments(count: count, mean: mean, variance: squares / weight) : nil
    }

    /// The weighted mean; nil without a reward.
    var expectation: Double? { count > 0 ? mean : nil }

    mutating func append(_ reward: Double, decay: Double) {
        let older = decay * weight
        let difference = reward - mean
        count += 1
        weight = older + 1
        mean += difference / weight
        squares = decay * squares + older / weight * difference * difference
    }

    /// Takes in the average of rewards that are newer than all of its own.
    mutating func append(_ newer: MovingAverage, decay: Double) {
        guard count > 0, newer.count > 0 else {
            if newer.count > 0 { self = newer }
            return
        }
        let faded = power(decay, newer.count)
        let older = faded * weight
        let difference = newer.mean - mean
        count += newer.count
        weight = older + newer.weight
        mean += difference * (newer.weight / weight)
        squares = faded * squares + newer.squares + older * (newer.weight / weight) * difference * difference
    }

    /// Whether rewards below the bound can lead here.
    func isPossible(decay: Double) -> Bool {
        guard count > 0 else { return self == MovingAverage() }
        let heaviest = 1 / (1 - decay) * (1 + 1e-6)
        return count <= RewardRings.mostRecorded && weight >= 1 && weight <= heaviest && AdvantageError.isValid(mean)
            && squares >= 0 && (squares / weight).squareRoot() < 2 * AdvantageError.rewardBound
    }
}

/// `base` to the power of `exponent`, which is not negative.
private func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
        if rest & 1 == 1 { result *= square }
        square *= square
        rest >>= 1
    }
    return result
}
