public import Autodiff
public import DeterministicMath
public import Transformers

/// A network that hears a word and has a probability for each word that it could say.
///
/// One-hot word → linear layer → ReLU → linear layer → softmax.
public struct WordAgent: Sendable {
    /// The numbers of both layers: what learning changes.
    public var parameters = Parameters()
    /// words × hidden units.
    public let hidden: Linear
    /// hidden units × words.
    public let output: Linear

    /// An agent that has learnt nothing: weights and biases are uniform within 1/√inputs of their layer.
    public init(hiddenUnits: Int = 128, using generator: inout Xoshiro256StarStar) {
        let words = Word.allCases.count
        hidden = Linear("hidden", inputs: words, outputs: hiddenUnits, in: &parameters, using: &generator)
        output = Linear("output", inputs: hiddenUnits, outputs: words, in: &parameters, using: &generator)
    }

    /// The logarithms of the probabilities, up to a constant of each row: heard × 6.
    public func logits(hearing heard: [Word], on tape: Tape) -> Variable {
        let words = Word.allCases.count
        var oneHot = [Float](repeating: 0, count: heard.count * words)
        for (row, word) in heard.enumerated() { oneHot[row * words + word.index] = 1 }
        let input = tape.constant(Tensor([heard.count, words], oneHot))
        return output(tape.relu(hidden(input, on: tape)), on: tape)
    }

    /// The probability of each word that the agent could say, for each of the six words that it could hear.
    public func policy() -> [[Double]] {
        let tape = Tape(parameters, recording: false)
        let probabilities = tape.softmax(logits(hearing: Word.allCases, on: tape)).values.map(Double.init)
        let words = Word.allCases.count
        return stride(from: 0, to: probabilities.count, by: words).map { Array(probabilities[$0..<$0 + words]) }
    }

    /// The probability that the agent, having heard a uniformly random word, says one that the critic likes.
    public func positiveProbability(_ critic: WordCritic = WordCritic()) -> Double {
        let liked = Word.allCases.filter { critic.score(of: $0) > 0 }
        return policy().map { row in liked.map { row[$0.index] }.sum() }.mean()
    }

    /// Whether the most probable word is one that the critic does not like, whatever the agent hears.
    ///
    /// By arg-max such an agent scores the same with every word, and its advantages are 0.
    public func prefersNegativeWords(_ critic: WordCritic = WordCritic()) -> Bool {
        policy().allSatisfy { row in
            critic.score(of: BehaviorPolicy.mostProbable(row.map { Float($0) })) < 0
        }
    }
}
