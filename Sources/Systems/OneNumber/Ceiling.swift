import DeterministicMath

/// The best mean reward that any parameters reach on a problem: no learning gets beyond it.
public struct Ceiling: Hashable, Sendable {
    /// The best expected reward, averaged over the prompts.
    public let value: Double
    /// What it would be if no two prompts shared a slot: -√(2/π) times the mean σ.
    public let withoutCollisions: Double
    /// A policy that reaches `value`; slots without a prompt keep their initial parameter.
    public let policy: Policy
}

extension Problem {
    /// The best mean reward possible, and a policy that reaches it.
    ///
    /// A prompt alone in its slot is served best by its label. For several, Σ J is concave in their parameter, so bisecting
    /// its derivative, a falling function, finds the best.
    public var ceiling: Ceiling {
        var policy = policy
        for group in promptsBySlot {
            policy.parameters[group[0].slot] = bestParameter(for: group)
        }
        return Ceiling(
            value: expectedReward(under: policy),
            withoutCollisions: prompts.map { ExactReward(offset: 0, sigma: $0.sigma).mean }.mean(),
            policy: policy
        )
    }

    private func bestParameter(for group: [Prompt]) -> Double {
        var low = group.reduce(.infinity) { min($0, $1.label) }
        var high = group.reduce(-.infinity) { max($0, $1.label) }
        while true {
            let middle = low + (high - low) / 2
            // The ends are neighbours, or one number.
            guard middle > low, middle < high else { return low }
            let slope = group.map { ExactReward(offset: middle - $0.label, sigma: $0.sigma).gradient }.sum()
            if slope == 0 { return middle }
            if slope > 0 { low = middle } else { high = middle }
        }
    }
}
