import DeterministicMath

/// What stands in for the expected reward of a token: a ratio of probabilities times the advantage A of its completion.
///
/// All of them have the gradient A ∇ log π where the policy π still is the one that sampled, and, for ``reference``, still is
/// the reference. They differ once it has moved.
public enum Surrogate: Hashable, Sendable, Codable {
    /// A · π / sg(π), where sg stops the gradient: the ratio is 1, the gradient A ∇ log π, that of REINFORCE. For one update
    /// with each batch.
    case policyGradient
    /// A · π / π_ref: the ratio to a frozen reference, as the original's text has it. It has no bound: where π has left the
    /// reference far behind, one token's gradient drowns all others.
    case reference
    /// min(ρ A, clip(ρ, 1 - below, 1 + above) A) with ρ = π / π_old, the ratio to the policy that sampled (Schulman et al.,
    /// "Proximal policy optimization algorithms", 2017, equation 7; two bounds as in Yu et al., "DAPO", 2025, equation 10).
    /// For several updates with each batch.
    case clipped(below: Double, above: Double)
    /// ρ A without any clip. (A case of its own, and no clip at infinity, which JSON has no number for.)
    case ratio

    /// Whether the log-probabilities under the policy that sampled are needed.
    public var needsSampled: Bool {
        switch self {
        case .policyGradient, .reference: false
        case .clipped, .ratio: true
        }
    }

    /// The value for one token, its derivative with respect to the token's log-probability, and whether it is clipped.
    ///
    /// - Parameters:
    ///   - policy: log π.
    ///   - sampled: log π_old.
    ///   - reference: log π_ref.
    func term(policy: Double, sampled: Double, reference: Double, advantage: Double) -> Term {
        switch self {
        case .policyGradient:
            return Term(value: advantage, slope: advantage)
        case .reference:
            let ratio = BoundedExponential(policy - reference)
            return Term(value: ratio.value * advantage, slope: ratio.slope * advantage)
        case .ratio:
            let ratio = BoundedExponential(policy - sampled)
            return Term(value: ratio.value * advantage, slope: ratio.slope * advantage)
        case .clipped(let below, let above):
            let ratio = BoundedExponential(policy - sampled)
            let free = ratio.value * advantage
            let clipped = min(max(ratio.value, 1 - below), 1 + above) * advantage
            guard free > clipped else { return Term(value: free, slope: ratio.slope * advantage) }
            return Term(value: clipped, slope: 0, isClipped: true)
        }
    }

    struct Term {
        var value: Double
        var slope: Double
        var isClipped = false
    }
}
