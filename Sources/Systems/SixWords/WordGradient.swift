public import Autodiff
import DeterministicMath

extension WordAgent {
    /// ∂loss/∂θ for all the agent's numbers, layer by layer, with the loss a function of the logits (heard × 6).
    public func gradient(hearing heard: [Word], of loss: (_ tape: Tape, _ logits: Variable) -> Variable) -> [Double] {
        let tape = Tape(parameters)
        let gradient = tape.gradient(of: loss(tape, logits(hearing: heard, on: tape)))
        return parameters.all.flatMap { gradient[$0].values.map(Double.init) }
    }
}

extension WordAgent {
    /// The expectation of the uncorrected loss's gradient: Σ b(a) · -A(a) · ∂ log π(a)/∂θ, averaged over the words heard,
    /// where b is the behaviour policy and the baseline the agent's expected score.
    ///
    /// For sampling with ε = 0 it is the exact gradient of the expected score, with the sign of a loss.
    public func expectedGradient(under behavior: BehaviorPolicy, critic: WordCritic = WordCritic()) -> [Double] {
        let policy = policy()
        let scores = Word.allCases.map { critic.score(of: $0) }
        let baseline = policy.map { row in zip(row, scores).map { $0 * $1 }.sum() }.mean()
        let weights = policy.flatMap { row in
            let probabilities = row.map { Float($0) }
            return zip(Word.allCases, scores).map { word, score in
                Float(behavior.probability(of: word, under: probabilities) * (score - baseline))
            }
        }
        return gradient(hearing: Word.allCases) { tape, logits in
            -tape.sum(tape.logSoftmax(logits) * weights) * (1 / Float(policy.count))
        }
    }
}
