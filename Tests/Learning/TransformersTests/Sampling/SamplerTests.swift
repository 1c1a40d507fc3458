import DeterministicMath
import TestSupport
import Testing

@testable import Transformers

@Suite struct SamplerTests {
    /// The tokens that can be chosen of five.
    private func chosen(_ sampler: Sampler) -> Set<Int> {
        var generator = SplitMix64(seed: 1)
        let probabilities: [Float] = [0.1, 0.4, 0, 0.3, 0.2]
        return Set(
            (0..<500).map { _ in
                probabilities.withUnsafeBufferPointer { sampler.choose(from: $0, using: &generator) }
            })
    }

    @Test func `a token without probability is never chosen`() {
        #expect(chosen(Sampler()) == [0, 1, 3, 4])
    }

    @Test func `top-k leaves the k most probable tokens`() {
        #expect(chosen(Sampler(topK: 2)) == [1, 3])
        #expect(chosen(Sampler(topK: 9)) == [0, 1, 3, 4])
    }

    @Test func `top-p leaves as many tokens as reach it, at least one`() {
        #expect(chosen(Sampler(topP: 0.65)) == [1, 3])
        #expect(chosen(Sampler(topP: 0.75)) == [1, 3, 4])
        #expect(chosen(Sampler(topP: 0.01)) == [1])
    }

    @Test func `greedy leaves the most probable`() {
        #expect(chosen(.greedy) == [1])
    }

    @Test func `a temperature of zero is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Sampler(temperature: 0)
        }
        expectMessage("a temperature of 0.0", in: result)
    }
}
