import DeterministicMath
import Foundation
import TestSupport
import Testing

@testable import Autodiff
@testable import Transformers

@Suite struct DecoderTests {
    /// The decoder of `Fixtures/decoder.py` with the weights and sequences that it draws from the same generator.
    private struct Recorded {
        var parameters = Parameters()
        let tokens: Parameter
        let positions: Parameter
        let decoder: Decoder

        init() {
            var unused = SystemRandomNumberGenerator()
            tokens = parameters.add("tokens", [128, 64], .zeros, using: &unused)
            positions = parameters.add("positions", [64, 64], .zeros, using: &unused)
            let settings = Decoder.Settings(
                vocabulary: 128, features: 64, layers: 4, heads: 4, feedForward: .gelu(hidden: 256),
                norm: .layer(epsilon: 1e-5), positions: .none, biases: .all, head: .untied, embedsTokens: false)
            decoder = Decoder(settings, in: &parameters, using: &unused)
            var words = SplitMix64(seed: 1)
            func draw(_ count: Int, _ scale: Float, plus: Float = 0) -> [Float] {
                (0..<count).map { _ in scale * (Float(words.next() >> 40) * 0x1p-23 - 1) + plus }
            }
            func draw(_ parameter: Parameter) {
                let isWeight = parameter.shape.lengths.count == 2
                parameters[parameter].values = draw(
                    parameter.shape.count, isWeight ? 1 / Float(parameter.shape.rows).squareRoot() : 0.125)
            }
            func draw(_ norm: Norm) {
                parameters[norm.gain].values = draw(64, 0.125, plus: 1)
                parameters[norm.bias!].values = draw(64, 0.125)
            }
            func draw(_ map: Linear) {
                draw(map.weight)
                draw(map.bias!)
            }
            for table in [tokens, positions] { parameters[table].values = draw(table.shape.count, 0.125) }
            for layer in decoder.layers {
                let attention = layer.attention
                draw(attention.norm)
                // PyTorch's has one weight for queries, keys and values: three times 64 columns.
                let (weight, bias) = (draw(64 * 192, 1 / 8), draw(192, 0.125))
                for (part, map) in [attention.queries, attention.keys, attention.values].enumerated() {
                    parameters[map.weight].values = (0..<64).flatMap { row in
                        weight[row * 192 + 64 * part..<row * 192 + 64 * part + 64]
                    }
                    parameters[map.bias!].values = Array(bias[64 * part..<64 * part + 64])
                }
                draw(attention.output)
                draw(layer.feedForward.norm)
                guard case .plain(let map) = layer.feedForward.maps else { fatalError("the part has a gate") }
                draw(map)
                draw(layer.feedForward.output)
            }
            draw(decoder.norm)
            draw(decoder.ownHead!)
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
        let decoder = recorded.decoder
        var parameters = recorded.parameters
        var adam = Adam(rate: 1e-3)
        #expect(parameters.count == 220_672)
        for (step, loss) in expected.enumerated() {
            let (tokens, targets) = recorded.batch(step)
            let tape = Tape(parameters)
            let x = tape.embeddingSum([
                (recorded.tokens, tokens), (recorded.positions, tokens.indices.map { $0 % 64 }),
            ])
            let hidden = decoder(x, .sequences(32, length: 64), on: tape)
            let error = tape.crossEntropy(decoder.logits(hidden, on: tape), targets)
            #expect(abs(Double(error.value) - loss) < 5e-6)
            adam.step(&parameters, tape.gradient(of: error))
        }
    }

    /// The digest of all parameters of a tiny model after 20 steps.
    private func digest(kernels: Kernels, threads: Int) async -> Digest {
        var (decoder, parameters) = Examples.decoder(Examples.settings[0])
        var adam = Adam(rate: 0.01, weightDecay: 0.1)
        let schedule = Schedule(peak: 0.01, warmup: 5, steps: 20, decay: .cosine)
        for step in 0..<20 {
            let shards = Examples.batch(decoder.settings, seed: UInt64(step)).shards(3)
            let model = decoder
            var (_, gradient, _) = await parameters.gradient(
                shards: shards.count, threads: threads, combining: .sum, kernels: kernels
            ) { tape, shard in
                let scores = model.scores(shards[shard], on: tape, temperature: 0.9)
                return (tape.sum(scores.logProbabilities) * -0.01 + tape.sum(scores.entropies) * 0.003, ())
            }
            gradient.clip(toNorm: 1)
            adam.rate = schedule.rate(at: step)
            adam.step(&parameters, gradient)
        }
        return Digest(of: parameters.all.flatMap { parameters[$0].values }.map(Double.init))
    }

    @Test func `twenty steps give the same bits in every build, on every vector width and number of threads`() async {
        for kernels in [128, 256, 512].compactMap(Kernels.init) {
            for threads in [1, 2] {
                let digest = await digest(kernels: kernels, threads: threads)
                #expect(digest.description == "c7272c0940f9c9ff", "\(kernels.bits) bits, \(threads) threads")
            }
        }
    }

    @Test func `a thousand steps take no more memory than three`() async {
        // In a process of its own, since all tests share the pool.
        await #expect(processExitsWith: .success) {
            let settings = Decoder.Settings(
                vocabulary: 5, features: 4, layers: 1, heads: 1, feedForward: .swiGLU(hidden: 4))
            var (decoder, parameters) = Examples.decoder(settings)
            var adam = Adam()
            var taken: [Int] = []
            for _ in 0..<1000 {
                let tape = Tape(parameters)
                let scores = decoder.scores(
                    TokenBatch([TokenGroup(prompt: [0], completions: [[1, 2, 3, 4]])]), on: tape)
                adam.step(&parameters, tape.gradient(of: tape.mean(-scores.logProbabilities)))
                taken.append(MemoryPool.shared.bytesFromSystem)
            }
            try #require(taken[0] > 0 && taken[2] == taken[999])
        }
    }

    @Test func `parameters are named as in the checkpoints of Qwen2 and Llama`() {
        let (_, parameters) = Examples.decoder(
            Decoder.Settings(
                vocabulary: 5, features: 4, layers: 1, heads: 2, keyValueHeads: 1, feedForward: .swiGLU(hidden: 6),
                biases: .queryKeyValue, head: .untied))
        let layer = "model.layers.0"
        #expect(
            parameters.all.map(\.name) == [
                "model.embed_tokens.weight", "\(layer).input_layernorm.weight", "\(layer).self_attn.q_proj.weight",
                "\(layer).self_attn.q_proj.bias", "\(layer).self_attn.k_proj.weight",
                "\(layer).self_attn.k_proj.bias", "\(layer).self_attn.v_proj.weight",
                "\(layer).self_attn.v_proj.bias", "\(layer).self_attn.o_proj.weight",
                "\(layer).post_attention_layernorm.weight", "\(layer).mlp.gate_proj.weight",
                "\(layer).mlp.up_proj.weight", "\(layer).mlp.down_proj.weight", "model.norm.weight", "lm_head.weight",
            ])
    }

    @Test func `the sizes of the book's model are what its recipe says`() {
        let (_, parameters) = Examples.decoder(
            Decoder.Settings(
                vocabulary: 164, features: 64, layers: 2, heads: 4, keyValueHeads: 2,
                feedForward: .swiGLU(hidden: 192), biases: .queryKeyValue))
        #expect(parameters.count == 109_376)
    }

    @Test func `heads that do not share evenly are refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Examples.decoder(
                Decoder.Settings(
                    vocabulary: 5, features: 6, layers: 1, heads: 3, keyValueHeads: 2, feedForward: .gelu(hidden: 4)))
        }
        expectMessage("3 heads on 2 of keys and values", in: result)
    }

    @Test func `embeddings that do not fill the packing are refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let (decoder, parameters) = Examples.decoder(Examples.settings[0])
            let tape = Tape(parameters)
            _ = decoder(
                tape.constant(Tensor([1, 32], [Float](repeating: 0, count: 32))), .sequences(1, length: 2), on: tape)
        }
        expectMessage("decoder: 1×32 is not 2 rows of 32", in: result)
    }
}
