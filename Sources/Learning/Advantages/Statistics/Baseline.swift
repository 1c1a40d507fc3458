import DeterministicMath

/// What a reward is measured against: Â = (r - mean) / scale.
struct Baseline {
    let mean: Double
    /// The standard deviation + ε.
    let scale: Double

    /// The baseline of rewards with these moments.
    init(_ moments: Moments, epsilon: Double) {
        mean = moments.mean
        scale = moments.standardDeviation + epsilon
    }

    @inline(__always)
    func advantage(of reward: Double) -> Double {
        (reward - mean) / scale
    }
}
