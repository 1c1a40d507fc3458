import DeterministicMath
import Foundation
import Testing

@testable import Autodiff

@Suite struct TransformerTests {
    /// The weights and sequences that `Fixtures/decoder.py` draws from the same generator.
    private struct Recorded {
        var parameters = Parameters()
        let model: Transformer
        let sizes = Transformer.Sizes(vocabulary: 128, length: 64, features: 64, heads: 4, layers: 4)

        init() {
            var unused = SystemRandomNumberGenerator()
            model = Transformer(sizes, in: &parameters, using: &unused)
            var words = SplitMix64(seed: 1)
            for parameter in parameters.all {
                let inputs = Double(parameter.shape.rows)
                parameters[parameter].values = (0..<parameter.shape.count).map { _ in
                    let draw = Float(words.next() >> 40) * 0x1p-23 - 1
                    if parameter.name.hasSuffix("gain") { return 1 + 0.125 * draw }
                    if parameter.name.hasSuffix("weight") { return Float(1 / inputs.squareRoot()) * draw }
                    return 0.125 * draw
                }
            }
        }

        /// Sequences that walk through the vocabulary in a stride of their own, and every position's next token.
        func batch(_ step: Int, sequences: Int = 32) -> (tokens: [Int], targets: [Int]) {
            var words = SplitMix64(seed: UInt64(1000 + step))
            var tokens: [Int] = []
            var targets: [Int] = []
            for _ in 0..<sequences {
                let start = Int(words.next() % 128)
                let stride = Int(words.next() % 8) + 1
                tokens += (0..<64).map { (start + stride * $0) % 128 }
                targets += (1...64).map { (start + stride * $0) % 128 }
            }
            return (tokens, targets)
        }
    }

    @Test func `ten steps of Adam lose what they lose in PyTorch`() throws {
        struct Losses: Decodable { var losses: [Double] }
        let url = try #require(Bundle.module.url(forResource: "Fixtures/decoder", withExtension: "json"))
        let expected = try JSONDecoder().decode(Losses.self, from: Data(contentsOf: url)).losses
        let recorded = Recorded()
        var parameters = recorded.parameters
        var adam = Adam(rate: 1e-3)
        #expect(parameters.count == 220_672)
        for (step, loss) in expected.enumerated() {
            let (tokens, targets) = recorded.batch(step)
            let tape = Tape(parameters)
            let error = tape.crossEntropy(recorded.model.logits(tokens, length: 64, on: tape), targets)
            #expect(abs(Double(error.value) - loss) < 5e-6)
            adam.step(&parameters, tape.gradient(of: error))
        }
    }

    /// The digest of all parameters of a tiny model after 50 steps.
    private func digest(kernels: Kernels, threads: Int) async -> Digest {
        let sizes = Transformer.Sizes(vocabulary: 11, length: 18, features: 12, heads: 2, layers: 2)
        var generator = Xoshiro256StarStar(seed: 2)
        var parameters = Parameters()
        let model = Transformer(sizes, in: &parameters, using: &generator)
        var adam = Adam(rate: 0.01, weightDecay: 0.1)
        let schedule = Schedule(peak: 0.01, warmup: 5, steps: 50, decay: .cosine)
        for step in 0..<50 {
            let tokens = (0..<4 * 18).map { _ in generator.integer(below: 11) }
            var (_, gradient) = await parameters.gradient(shards: 2, threads: threads, kernels: kernels) {
                tape, shard in
                let part = Array(tokens[shard * 36..<(shard + 1) * 36])
                return tape.crossEntropy(model.logits(part, length: 18, on: tape), part)
            }
            gradient.clip(toNorm: 1)
            adam.rate = schedule.rate(at: step)
            adam.step(&parameters, gradient)
        }
        return Digest(of: parameters.all.flatMap { parameters[$0].values }.map(Double.init))
    }

    @Test func `fifty steps give the same bits in every build, on every vector width and number of threads`() async {
        for kernels in KernelsTests.all {
            for threads in [1, 2] {
                let digest = await digest(kernels: kernels, threads: threads)
                #expect(digest.description == "d1cd1b61f8766259", "\(kernels.bits) bits, \(threads) threads")
            }
        }
    }

    @Test func `a thousand steps take no more memory than three`() async {
        // In a process of its own, since all tests share the pool.
        await #expect(processExitsWith: .success) {
            var generator = Xoshiro256StarStar(seed: 2)
            var parameters = Parameters()
            let sizes = Transformer.Sizes(vocabulary: 5, length: 4, features: 4, heads: 1, layers: 1)
            let model = Transformer(sizes, in: &parameters, using: &generator)
            var adam = Adam()
            var taken: [Int] = []
            for _ in 0..<1000 {
                let tape = Tape(parameters)
                let loss = tape.crossEntropy(model.logits([0, 1, 2, 3], length: 4, on: tape), [1, 2, 3, 4])
                adam.step(&parameters, tape.gradient(of: loss))
                taken.append(MemoryPool.shared.bytesFromSystem)
            }
            try #require(taken[0] > 0 && taken[2] == taken[999])
        }
    }

    @Test func `heads that do not divide the features are refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Transformer.Sizes(vocabulary: 5, length: 4, features: 6, heads: 4, layers: 1)
        }
        expectMessage("transformer: 6 features for 4 heads", in: result)
    }

    @Test func `tokens that do not fill the sequences are refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recorded = Recorded()
            _ = recorded.model.logits([1, 2, 3], length: 2, on: Tape(recorded.parameters))
        }
        expectMessage("transformer: 64×64 can not read 3 tokens in sequences of 2", in: result)
    }
}
