import DeterministicMath

/// What is known of a Gaussian answer's reward without sampling: x ~ Normal(θ, σ), r = -|x - label|, d = θ - label.
///
/// ```swift
/// let reward = ExactReward(offset: 0, sigma: 1)
/// print(reward.mean)  // -0.7978845608028654
/// ```
public struct ExactReward: Hashable, Sendable {
    /// d = θ - label, how far the policy's mean is from right.
    public let offset: Double
    /// σ, 0 or more.
    public let sigma: Double

    /// Creates the reward of a policy whose mean is `offset` beside the label.
    public init(offset: Double, sigma: Double) {
        require(sigma >= 0, "a standard deviation of \(sigma)")
        self.offset = offset
        self.sigma = sigma
    }

    /// J(d, σ) = -(σ√(2/π)·exp(-d²/2σ²) + d·erf(d/(σ√2))), the expected reward; -|d| for σ = 0.
    public var mean: Double {
        corner + offset * gradient
    }

    /// E r² - J², where E r² = d² + σ².
    public var variance: Double { moments.variance }

    /// The mean and the variance, for half the price of both. The count, 1, means nothing.
    ///
    /// With -J = |d| + e the variance is σ² - e·(2|d| + e), where large d² do not cancel.
    var moments: Moments {
        guard sigma > 0 else { return Moments(count: 1, mean: -abs(offset), variance: 0) }
        let size = abs(offset)
        let excess = -corner - size * erfc(size / sigma * rootOfHalf)
        return Moments(
            count: 1, mean: mean, variance: max(0, sigma * sigma - excess * (2 * size + excess)))
    }

    /// The square root of `variance`.
    public var standardDeviation: Double { variance.squareRoot() }

    /// ∂J/∂θ = -erf(d/(σ√2)); for σ = 0 the sign that leads to the label, or 0 on it.
    public var gradient: Double {
        guard sigma > 0 else { return offset == 0 ? 0 : offset < 0 ? 1 : -1 }
        return -erf(offset / sigma * rootOfHalf)
    }

    /// σ²·∂J/∂θ, the natural gradient: the Gaussian mean's Fisher information is 1/σ².
    public var naturalGradient: Double { sigma * sigma * gradient }

    /// b* = E[r s²] / E[s²] with the score s = (x - θ)/σ²: the baseline that gives the gradient estimate (r - b)·s its least
    /// variance. In closed form J - σ√(2/π)·exp(-d²/2σ²), a little below the mean.
    public var optimalBaseline: Double { mean + corner }

    /// The variance of one sample's gradient estimate (r - b)·s with a constant baseline b, for σ > 0:
    /// (d² + 3σ² - 2·b·b* + b²)/σ² - (∂J/∂θ)².
    public func gradientVariance(baseline: Double) -> Double {
        require(sigma > 0, "without noise there is no score")
        let moment = offset * offset + 3 * sigma * sigma - 2 * baseline * optimalBaseline + baseline * baseline
        return moment / (sigma * sigma) - gradient * gradient
    }

    /// -σ√(2/π)·exp(-d²/2σ²): what the noise costs near the label.
    private var corner: Double {
        guard sigma > 0 else { return 0 }
        let distance = offset / sigma
        return -sigma * rootOfTwoOverPi * exp(-distance * distance / 2)
    }
}

private let rootOfHalf = 0.7071067811865476
private let rootOfTwoOverPi = 0.7978845608028654
