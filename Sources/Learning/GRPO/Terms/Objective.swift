import DeterministicMath

/// What GRPO makes small (Shao et al., "DeepSeekMath", 2024, equation 3, and what others made of it):
///
/// loss = Σ over completions i of wᵢ Σ over its tokens t of (β · KLᵢₜ - surrogateᵢₜ)
///
/// The ``surrogate`` rewards, the ``penalty`` holds back, the ``aggregation`` gives the weights w. It is a function of the
/// policy's log-probabilities of the sampled tokens, so it can be used with any model, and checked without one.
///
/// ```swift
/// let objective = Objective(surrogate: .policyGradient, penalty: .k3, beta: 0.04)
/// let loss = objective.loss(logProbabilities, of: batch)
/// print(loss.value, loss.gradient)
/// ```
public struct Objective: Hashable, Sendable, Codable {
    /// What is made large.
    public var surrogate: Surrogate
    /// How tokens and completions are weighed against each other.
    public var aggregation: Aggregation
    /// What holds the policy near a reference.
    public var penalty: KLPenalty
    /// β, the penalty's weight.
    public var beta: Double

    /// Creates an objective. The defaults are those of the original's program: a ratio of 1, the mean of each completion, k3 with
    /// β = 0.04.
    public init(
        surrogate: Surrogate = .policyGradient, aggregation: Aggregation = .perSequence, penalty: KLPenalty = .k3,
        beta: Double = 0.04
    ) {
        self.surrogate = surrogate
        self.aggregation = aggregation
        self.penalty = penalty
        self.beta = beta
    }

    /// The loss of completions, apart by what it is made of, and its gradient.
    ///
    /// - Parameters:
    ///   - policy: the policy's log-probability of each token.
    ///   - divergences: KL(π ‖ π_ref) at each token, over the whole vocabulary: needed for the exact penalty, and measured if
    ///     given.
    ///   - batch: the completions.
    public func loss(_ policy: [Float], divergences: [Float]? = nil, of batch: CompletionBatch) -> Loss {
        require(policy.count == batch.tokenCount, "\(policy.count) log-probabilities for \(batch.tokenCount) tokens")
        let needsReference = surrogate == .reference || ![.none, .exact].contains(penalty)
        require(!needsReference || !batch.reference.isEmpty, "\(self) needs the reference's log-probabilities")
        require(!surrogate.needsSampled || !batch.sampled.isEmpty, "\(self) needs the sampler's log-probabilities")
        require(
            penalty != .exact || divergences?.count == policy.count,
            "the exact penalty needs a divergence for each token")

        var loss = Loss(gradient: [Float](repeating: 0, count: policy.count))
        if penalty == .exact { loss.divergenceGradient = loss.gradient }
        var token = 0
        for (completion, length) in batch.lengths.enumerated() {
            let (weight, advantage) = (batch.weights[completion], batch.advantages[completion])
            for place in token..<token + length where weight != 0 {
                let policyValue = Double(policy[place])
                let reference = batch.reference.isEmpty ? policyValue : Double(batch.reference[place])
                let gain = surrogate.term(
                    policy: policyValue, sampled: batch.sampled.isEmpty ? policyValue : Double(batch.sampled[place]),
                    reference: reference, advantage: advantage)
                let cost = penalty.term(policy: policyValue, reference: reference)
                loss.surrogate += weight * gain.value
                loss.clippedTokens += gain.isClipped ? 1 : 0
                loss.gradient[place] = Float(weight * (beta * cost.slope - gain.slope))
                if penalty == .exact, let divergences {
                    loss.penalty += weight * beta * Double(divergences[place])
                    loss.divergenceGradient[place] = Float(weight * beta)
                } else {
                    loss.penalty += weight * beta * cost.value
                }
            }
            token += length
        }
        return loss
    }
}

extension Objective {
    /// A loss, apart by what it is made of, and its gradient.
    public struct Loss: Sendable {
        /// Σ w · surrogate: what is made large. Its value says little, at the first update nothing at all: there it is the mean
        /// of advantages, 0. Its gradient is what learns.
        public internal(set) var surrogate = 0.0
        /// β · Σ w · KL.
        public internal(set) var penalty = 0.0
        /// How many tokens have reached a clip, and so no gradient but the penalty's.
        public internal(set) var clippedTokens = 0
        /// ∂ loss / ∂ log π of each token.
        public internal(set) var gradient: [Float]
        /// ∂ loss / ∂ divergence of each token; empty unless the penalty is exact.
        public internal(set) var divergenceGradient: [Float] = []

        /// The loss itself.
        public var value: Double { penalty - surrogate }
    }
}
