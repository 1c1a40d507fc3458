import DeterministicMath
import Testing

@testable import Autodiff

@Suite struct TransformerMemoryTests {
    private let model: Transformer
    private let parameters: Parameters

    init() {
        var generator = Xoshiro256StarStar(seed: 2)
        var parameters = Parameters()
        let sizes = Transformer.Sizes(vocabulary: 11, length: 20, features: 12, heads: 2, layers: 2)
        model = Transformer(sizes, in: &parameters, using: &generator)
        self.parameters = parameters
    }

    @Test func `reading token by token gives the bits of reading the whole`() {
        let sequences = (0..<3 * 20).map { $0 * $0 % 11 }
        for kernels in KernelsTests.all {
            let tape = Tape(parameters, recording: false, kernels: kernels)
            let whole = model.logits(sequences, length: 20, on: tape).values
            let memory = TransformerMemory(of: model, sequences: 3)
            for position in 0..<20 {
                let tokens = (0..<3).map { sequences[$0 * 20 + position] }
                let next = model.nextLogits(tokens, memory, on: tape).values
                let expected = (0..<3).flatMap { sequence -> ArraySlice<Float> in
                    let row = sequence * 20 + position
                    return whole[row * 11..<(row + 1) * 11]
                }
                #expect(next == expected)
            }
            #expect(memory.read == 20)
        }
    }

    @Test func `a token beyond the longest sequence is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let test = TransformerMemoryTests()
            let memory = TransformerMemory(of: test.model, sequences: 1)
            let tape = Tape(test.parameters, recording: false)
            for _ in 0...20 { _ = test.model.nextLogits([1], memory, on: tape) }
        }
        expectMessage("transformer: 1×20 can not be followed by 1 tokens", in: result)
    }

    @Test func `the memory of another model is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let test = TransformerMemoryTests()
            var parameters = Parameters()
            var generator = Xoshiro256StarStar(seed: 2)
            // As many numbers as the model's, in other heads.
            let own = test.model.sizes
            let sizes = Transformer.Sizes(
                vocabulary: own.vocabulary, length: own.length, features: own.features, heads: own.heads * 2,
                layers: own.layers)
            let other = Transformer(sizes, in: &parameters, using: &generator)
            let memory = TransformerMemory(of: other, sequences: 1)
            _ = test.model.nextLogits([1], memory, on: Tape(test.parameters, recording: false))
        }
        expectMessage("the memory is of a transformer of ", in: result)
    }

    @Test func `a tape that records is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let test = TransformerMemoryTests()
            let memory = TransformerMemory(of: test.model, sequences: 1)
            _ = test.model.nextLogits([1], memory, on: Tape(test.parameters))
        }
        expectMessage("a transformer's memory needs a tape that does not record", in: result)
    }
}
