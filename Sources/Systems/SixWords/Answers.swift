import Autodiff
public import DeterministicMath

/// A batch of words said, and how likely the agent was to say them.
public struct Answers: Sendable {
    /// What was said to each word heard.
    public let said: [Word]
    /// log π(said), the agent's own, whatever the behaviour policy.
    public let logProbabilities: [Float]
}

extension WordAgent {
    /// Answers each word, without learning from it.
    public func answers(
        to heard: [Word], behavior: BehaviorPolicy = BehaviorPolicy(epsilon: 0),
        using generator: inout Xoshiro256StarStar
    ) -> Answers {
        let tape = Tape(parameters, recording: false)
        let logits = logits(hearing: heard, on: tape)
        let probabilities = tape.softmax(logits).values
        let words = Word.allCases.count
        let said = heard.indices.map { row in
            behavior.draw(from: Array(probabilities[row * words..<(row + 1) * words]), using: &generator)
        }
        return Answers(
            said: said, logProbabilities: tape.logProbability(of: said.map(\.index), logits).values)
    }
}
