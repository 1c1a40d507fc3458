import Autodiff
import DeterministicMath
import SixWords
import Testing
import Transformers

struct WordGradientTests {
    private let agent: WordAgent
    private let critic = WordCritic()

    init() {
        var generator = Xoshiro256StarStar(seed: 3)
        agent = WordAgent(using: &generator)
    }

    /// ∂(-J)/∂θ by differentiating the expected score itself.
    private var exact: [Double] {
        let scores = Word.allCases.flatMap { _ in Word.allCases.map { Float(critic.score(of: $0)) } }
        return agent.gradient(hearing: Word.allCases) { tape, logits in
            -tape.sum(tape.softmax(logits) * scores) * (1.0 / 6)
        }
    }

    @Test func `the gradient of the score agrees with a central difference`() {
        let gradient = exact
        #expect(gradient.count == 1670)
        let place = 1669  // the output's bias for unpleasant
        func score(_ change: Float) -> Double {
            var agent = agent
            var bias = agent.parameters[agent.output.bias!]
            bias.values[5] += change
            agent.parameters[agent.output.bias!] = bias
            return 2 * agent.positiveProbability() - 1
        }
        let difference = (score(0.01) - score(-0.01)) / 0.02
        #expect(abs(-gradient[place] - difference) < 1e-4)
        #expect(abs(difference) > 0.1)
    }

    @Test func `without exploring the expected gradient is the exact one`() {
        let expected = agent.expectedGradient(under: BehaviorPolicy(epsilon: 0))
        #expect(zip(expected, exact).allSatisfy { abs($0 - $1) < 1e-6 })
    }

    @Test func `exploring alone teaches all six words alike`() {
        // With ε = 1 the gradient in a logit is -(A - π ΣA) / 6, summed up here for the output's biases.
        let expected = agent.expectedGradient(under: BehaviorPolicy(epsilon: 1)).suffix(6)
        let baseline = 2 * agent.positiveProbability() - 1
        let advantages = Word.allCases.map { critic.score(of: $0) - baseline }
        for (word, gradient) in zip(Word.allCases, expected) {
            let pi = agent.policy().map { $0[word.index] }.mean()
            let formula = -(advantages[word.index] - pi * advantages.sum()) / 6
            #expect(abs(gradient - formula) < 1e-5)
        }
    }
}
