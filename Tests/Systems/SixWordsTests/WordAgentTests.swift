import Autodiff
import DeterministicMath
import SixWords
import Testing
import Transformers

struct WordAgentTests {
    private func agent(seed: UInt64 = 1) -> WordAgent {
        var generator = Xoshiro256StarStar(seed: seed)
        return WordAgent(using: &generator)
    }

    /// An agent whose logits are the output's bias, whatever it hears.
    private func agent(bias: [Float]) -> WordAgent {
        var agent = agent()
        agent.parameters[agent.output.weight] = Tensor([128, 6], [Float](repeating: 0, count: 128 * 6))
        agent.parameters[agent.output.bias!] = Tensor([6], bias)
        return agent
    }

    @Test func `two layers with 128 hidden units are 1670 numbers`() {
        #expect(agent().parameters.count == 6 * 128 + 128 + 128 * 6 + 6)
    }

    @Test func `a policy has six distributions`() {
        let policy = agent().policy()
        #expect(policy.count == 6)
        #expect(policy.allSatisfy { $0.count == 6 && abs($0.sum() - 1) < 1e-6 })
    }

    @Test func `a word's logits are those of its row`() {
        let agent = agent()
        let tape = Tape(agent.parameters, recording: false)
        let all = agent.logits(hearing: Word.allCases, on: tape)
        let angry = agent.logits(hearing: [.angry], on: tape)
        #expect(all.shape == [6, 6])
        #expect(Array(all.values[24..<30]) == angry.values)
    }

    @Test func `the logits are two layers and a ReLU, multiplied out`() {
        let agent = agent()
        let numbers = { (parameter: Parameter) in agent.parameters[parameter].values }
        let (w1, b1) = (numbers(agent.hidden.weight), numbers(agent.hidden.bias!))
        let (w2, b2) = (numbers(agent.output.weight), numbers(agent.output.bias!))
        let hidden = (0..<128).map { max(w1[Word.sad.index * 128 + $0] + b1[$0], 0) }
        let logits = agent.logits(hearing: [.sad], on: Tape(agent.parameters, recording: false)).values
        for word in 0..<6 {
            let expected = (0..<128).reduce(b2[word]) { $0 + hidden[$1] * w2[$1 * 6 + word] }
            #expect(abs(logits[word] - expected) < 1e-5)
        }
    }

    @Test func `a positive word is as probable as the three together`() {
        #expect(abs(agent(bias: [0, 0, 0, 0, 0, 0]).positiveProbability() - 0.5) < 1e-6)
        #expect(agent(bias: [0, 20, 0, 0, 0, 0]).positiveProbability() > 0.999)
    }

    @Test func `an agent prefers negative words only if it does for every input`() {
        #expect(agent(bias: [0, 0, 0, 1, 0, 0]).prefersNegativeWords())
        #expect(!agent(bias: [2, 0, 0, 1, 0, 0]).prefersNegativeWords())
        var divided = agent(bias: [0, 0, 0, 1, 0, 0])
        // The first hidden unit is on for happy alone and brings joyful up.
        var (w1, b1) = (divided.parameters[divided.hidden.weight], divided.parameters[divided.hidden.bias!])
        b1.values[0] = 0
        for word in Word.allCases { w1.values[word.index * 128] = word == .happy ? 1 : 0 }
        var w2 = divided.parameters[divided.output.weight]
        w2.values[Word.joyful.index] = 2
        divided.parameters[divided.hidden.weight] = w1
        divided.parameters[divided.hidden.bias!] = b1
        divided.parameters[divided.output.weight] = w2
        #expect(!divided.prefersNegativeWords())
    }
}
