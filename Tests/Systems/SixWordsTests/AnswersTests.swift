import DeterministicMath
import SixWords
import Testing

struct AnswersTests {
    @Test func `answers come with the agent's own log-probabilities`() {
        var generator = Xoshiro256StarStar(seed: 1)
        let agent = WordAgent(using: &generator)
        let heard: [Word] = [.sad, .happy, .sad, .unpleasant]
        let answers = agent.answers(to: heard, behavior: BehaviorPolicy(epsilon: 1), using: &generator)
        let policy = agent.policy()
        #expect(answers.said.count == 4)
        for (row, word) in heard.enumerated() {
            let expected = log(policy[word.index][answers.said[row].index])
            #expect(abs(Double(answers.logProbabilities[row]) - expected) < 1e-5)
        }
    }

    @Test func `answers have the agent's probabilities`() {
        var generator = Xoshiro256StarStar(seed: 2)
        let agent = WordAgent(using: &generator)
        let said = agent.answers(to: [Word](repeating: .joyful, count: 10_000), using: &generator).said
        for word in Word.allCases {
            let frequency = Double(said.filter { $0 == word }.count) / 10_000
            // Four standard deviations of a frequency are at most 0.02.
            #expect(abs(frequency - agent.policy()[Word.joyful.index][word.index]) < 0.02)
        }
    }
}
