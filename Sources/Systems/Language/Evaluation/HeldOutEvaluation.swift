import DeterministicMath

/// A model's answers to held-out questions, sampled and most probable.
public struct HeldOutEvaluation: Sendable {
    /// Sampled answers, one or several to each question.
    public let sampled: Evaluation
    /// The most probable answer to each question.
    public let greedy: Evaluation

    /// What is logged of it.
    public func summary(beforeStep step: Int = 0) -> EvaluationSummary {
        EvaluationSummary(step: step, sampled: sampled, greedy: greedy)
    }

    /// Lines for people.
    public var lines: [String] {
        let accuracy = sampled.accuracy
        let interval = accuracy.interval()
        let names = sampled.rewards.first?.names ?? []
        let pass =
            accuracy.samples > 1 ? ["pass@\(accuracy.samples): \(short(accuracy.pass(at: accuracy.samples)))"] : []
        return [
            "accuracy sampled: \(short(accuracy.mean)) (95 % interval \(short(interval.low)) to \(short(interval.high)))",
            "accuracy greedy: \(short(greedy.accuracy.mean))",
        ] + pass + ["reward: \(short(sampled.reward))"] + names.map { "\($0): \(short(sampled.means[$0] ?? 0))" }
            + ["length: \(short(sampled.length))"]
    }
}
