public import DeterministicMath

/// How the agent's probabilities become a word: mostly by its own choice, now and then by exploring at random.
///
/// With probability ε any word is said, each as likely (Sutton and Barto, "Reinforcement Learning", 2nd edition, section
/// 2.2); otherwise the choice decides. What is said therefore has other probabilities than the agent's own.
public struct BehaviorPolicy: Hashable, Sendable {
    /// What the agent does when it does not explore.
    public enum Choice: String, CaseIterable, Sendable {
        /// It draws a word with the agent's probabilities.
        case sampling
        /// It says the most probable word; of equals, the first.
        case argMax = "arg-max"
    }

    /// The probability ε of exploring, from 0 to 1.
    public let epsilon: Double
    /// What the agent does otherwise.
    public let choice: Choice

    /// Creates the policy. `epsilon` must be from 0 to 1.
    public init(_ choice: Choice = .sampling, epsilon: Double = 0.01) {
        require((0...1).contains(epsilon), "a probability of exploring of \(epsilon)")
        self.choice = choice
        self.epsilon = epsilon
    }

    /// Says a word. `probabilities` are the agent's, one for each word.
    public func draw(from probabilities: [Float], using generator: inout Xoshiro256StarStar) -> Word {
        if generator.uniform() < epsilon { return .random(using: &generator) }
        switch choice {
        case .sampling: return Self.sample(from: probabilities, at: generator.uniform())
        case .argMax: return Self.mostProbable(probabilities)
        }
    }

    /// b(word), the probability that ``draw(from:using:)`` says it.
    public func probability(of word: Word, under probabilities: [Float]) -> Double {
        let chosen: Double =
            switch choice {
            case .sampling: Double(probabilities[word.index])
            case .argMax: word == Self.mostProbable(probabilities) ? 1 : 0
            }
        return (1 - epsilon) * chosen + epsilon / Double(Word.allCases.count)
    }

    /// The word in whose share of [0, 1) the number lies.
    private static func sample(from probabilities: [Float], at number: Double) -> Word {
        var end = 0.0
        for word in Word.allCases {
            end += Double(probabilities[word.index])
            if number < end { return word }
        }
        require(end > 0.99, "the probabilities of the words add up to \(end)")
        return .unpleasant  // the shares, rounded, may end a little short of 1
    }

    /// Of equals, the first.
    static func mostProbable(_ probabilities: [Float]) -> Word {
        Word.allCases.reduce(.happy) { probabilities[$1.index] > probabilities[$0.index] ? $1 : $0 }
    }
}
