import DeterministicMath
import TestSupport
import Testing

@testable import Autodiff

@Suite struct SoftmaxTests {
    private static let choices = [4, 0, 36, 4]

    @Test func `a choice that can not be made adds nothing to the entropy and its gradient`() {
        var generator = SplitMix64(seed: 1)
        var parameters = Parameters()
        let masked = parameters.add("masked", [1, 3], .zeros, using: &generator)
        parameters[masked] = Tensor([1, 3], [0, 1, -.infinity])
        let plain = parameters.add("plain", [1, 2], .zeros, using: &generator)
        parameters[plain] = Tensor([1, 2], [0, 1])
        let tape = Tape(parameters)
        let entropies = [masked, plain].map { tape.entropy(tape.value(of: $0)) }
        #expect(entropies[0].values == entropies[1].values)
        let gradient = tape.gradient(of: tape.sum(entropies[0] + entropies[1]))
        #expect(gradient[masked].values == gradient[plain].values + [0])
    }

    @Test func `the softmax, its logarithm and its entropy`() throws {
        try expectAgreement("softmax") { $0.softmax($0.value(of: $1("x"))) }
        try expectAgreement("logSoftmax") { $0.logSoftmax($0.value(of: $1("x"))) }
        try expectAgreement("entropy") { $0.entropy($0.value(of: $1("x"))) }
    }

    @Test func `the probability of choices and the cross-entropy`() throws {
        try expectAgreement("logProbability") { $0.logProbability(of: Self.choices, $0.value(of: $1("x"))) }
        try expectAgreement("crossEntropy") { $0.crossEntropy($0.value(of: $1("x")), Self.choices) }
    }

    @Test func `large logits do not overflow`() {
        let tape = Tape(Parameters())
        let logits = tape.constant(Tensor([1, 3], [1000, 0, -1000]))
        #expect(tape.softmax(logits).values == [1, 0, 0])
        #expect(tape.logSoftmax(logits).values == [0, -1000, -2000])
        #expect(tape.entropy(logits).values == [0])
    }

    @Test func `a logit of minus infinity has no probability`() {
        let tape = Tape(Parameters())
        let logits = tape.constant(Tensor([1, 3], [2, -.infinity, 2]))
        #expect(tape.softmax(logits).values == [0.5, 0, 0.5])
    }

    @Test func `no rows have no cross-entropy`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            _ = tape.crossEntropy(tape.zeros([0, 37]), [])
        }
        expectMessage("crossEntropy: 0×37 has no rows", in: result)
    }

    @Test func `too few targets are named with the shape`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            _ = tape.crossEntropy(tape.zeros([4, 37]), [1, 2, 3])
        }
        expectMessage("crossEntropy: 4×37 has 4 rows for 3 choices", in: result)
    }

    @Test func `a choice that is not among the features is named with the shape`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            _ = tape.logProbability(of: [37], tape.zeros([1, 37]))
        }
        expectMessage("logProbability: 1×37 has no column 37", in: result)
    }
}
