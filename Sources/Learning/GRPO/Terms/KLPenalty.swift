import DeterministicMath

/// How far the policy π is from a reference, token by token: what the penalty β · KL is made of.
///
/// With r = π_ref / π of the sampled token (Schulman, "Approximating KL divergence", 2020). As numbers all but k2 are unbiased
/// estimates of KL(π ‖ π_ref); as losses they differ, for the gradient of an estimate is not an estimate of the gradient.
public enum KLPenalty: String, CaseIterable, Hashable, Sendable, Codable {
    /// No penalty; the divergence is still measured, by k3.
    case none
    /// -log r: of either sign. As a loss its gradient is ∇ log π, whose mean over samples of π is 0: it restrains nothing.
    case k1
    /// ½ (log r)². As a loss its gradient is -log r ∇ log π, whose mean is the gradient of KL(π ‖ π_ref).
    case k2
    /// r - log r - 1, never negative. As a loss its gradient is (1 - r) ∇ log π, whose mean is the gradient of KL(π_ref ‖ π).
    case k3
    /// Σ over all tokens v of π(v) (log π(v) - log π_ref(v)): nothing is estimated. The model computes it; it is given.
    case exact

    /// The value for one token and its derivative with respect to the token's log-probability; both 0 for `none` and `exact`.
    func term(policy: Double, reference: Double) -> (value: Double, slope: Double) {
        let difference = reference - policy
        switch self {
        case .none, .exact: return (0, 0)
        case .k1: return (-difference, 1)
        case .k2: return (difference * difference / 2, -difference)
        case .k3:
            guard difference < BoundedExponential.bound else {
                let ratio = BoundedExponential(difference)
                return (ratio.value - difference - 1, 1 - ratio.slope)
            }
            let growth = expm1(difference)
            // Rounding must not make a divergence negative.
            return (max(0, growth - difference), -growth)
        }
    }
}
