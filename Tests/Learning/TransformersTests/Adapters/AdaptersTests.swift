import Autodiff
import DeterministicMath
import Testing

@testable import Transformers

/// Low-rank adapters of a decoder of Qwen2's kind, with every map adapted.
struct AdaptersTests {
    private static let settings = Decoder.Settings(
        vocabulary: 40, features: 16, layers: 2, heads: 4, keyValueHeads: 2, feedForward: .swiGLU(hidden: 24),
        norm: .rms(epsilon: 1e-6), positions: .rotary(base: 10_000), biases: .queryKeyValue, head: .tied)

    private let base: Parameters
    private let plain: Decoder
    private let decoder: Decoder
    private var adapters: Parameters

    init() throws {
        var generator = Xoshiro256StarStar(seed: 3)
        var parameters = Parameters()
        plain = Decoder(Self.settings, in: &parameters, using: &generator)
        base = parameters
        adapters = Parameters(above: parameters)
        decoder = try plain.adapted(
            LowRank(rank: 3, alpha: 5, targets: LowRank.names), in: &adapters, using: &generator)
    }

    /// Adapters that have learnt something: B is no longer 0.
    private func learnt() -> Parameters {
        var (learnt, generator) = (adapters, Xoshiro256StarStar(seed: 9))
        for parameter in learnt.all where parameter.name.hasSuffix("lora_B.weight") {
            learnt[parameter].values = (0..<parameter.shape.count).map { _ in 0.1 * Float(generator.normal()) }
        }
        return learnt
    }

    private static let batch = TokenBatch([
        TokenGroup(prompt: [5, 9, 31, 7], completions: [[8, 12, 29], [30], [3, 3, 17, 8, 29]]),
        TokenGroup(prompt: [2], completions: [[4, 4]]),
    ])

    private func scores(_ decoder: Decoder, _ parameters: Parameters) -> [Float] {
        decoder.logProbabilities(Self.batch, with: parameters, temperature: 0.8)
    }

    @Test func `before anything is learnt a decoder with adapters gives the bits of one without`() {
        #expect(scores(decoder, adapters).map(\.bitPattern) == scores(plain, base).map(\.bitPattern))
        #expect(adapters.all.count == 2 * 7 * 2)
        #expect(adapters.all[0].name == "model.layers.0.self_attn.q_proj.lora_A.weight")
        #expect(adapters.all[27].shape == [3, 16])
    }

    @Test func `what is learnt changes the scores, as the weights' sum does`() {
        let learnt = learnt()
        let adapted = scores(decoder, learnt)
        let (merged, weights) = decoder.merged(learnt)
        #expect(merged.adapters == nil && weights.base == nil)
        #expect(zip(adapted, scores(merged, weights)).allSatisfy { abs($0 - $1) < 2e-5 })
        #expect(zip(adapted, scores(plain, base)).contains { abs($0 - $1) > 0.01 })
        #expect(scores(decoder.unadapted, base) == scores(plain, base))
    }

    @Test func `gradients are those of finite differences, and the model's own numbers have none`() async {
        let learnt = learnt()
        func loss(_ parameters: Parameters) async -> (loss: Float, gradient: Gradient) {
            await parameters.gradient(shards: 1) { tape, _ in
                tape.sum(decoder.scores(Self.batch, on: tape).logProbabilities)
            }
        }
        let gradient = await loss(learnt).gradient
        for parameter in learnt.all {
            let exact = gradient[parameter].values
            let place = exact.indices.max { abs(exact[$0]) < abs(exact[$1]) }!
            func moved(by step: Float) async -> Double {
                var moved = learnt
                moved[parameter].values[place] += step
                return Double(await loss(moved).loss)
            }
            let slope = (await moved(by: 4e-3) - moved(by: -4e-3)) / 8e-3
            #expect(
                abs(slope - Double(exact[place])) < 0.02 * abs(slope) + 0.01,
                "\(parameter.name): \(slope), \(exact[place])")
            #expect(exact[place] != 0)
        }
        #expect(await loss(learnt).gradient.norm > 0)
    }

    @Test func `what a map with an adapter gives is the literal formula's, x·W + b + alpha/rank · (x·A)·B`() {
        var generator = Xoshiro256StarStar(seed: 4)
        let learnt = learnt()
        let map = decoder.layers[1].attention.queries
        let x = Tensor([5, 16], (0..<80).map { _ in Float(generator.normal()) })
        let tape = Tape(learnt)
        let literal = map(tape.constant(x), on: tape)
        var fused = [Float](repeating: 0, count: 80)
        let bound = BoundMap(map, on: tape)
        x.values.withUnsafeBufferPointer { x in
            fused.withUnsafeMutableBufferPointer { y in
                bound(x.baseAddress!, rows: 5, into: MutableMatrix(y.baseAddress!, rows: 5, columns: 16))
            }
        }
        #expect(zip(literal.values, fused).allSatisfy { abs($0 - $1) < 1e-5 })
    }

    @Test func `what is sampled has the bits of what is scored`() async {
        let learnt = learnt()
        var generator = Xoshiro256StarStar(seed: 1)
        let prompts = [[5, 9, 31, 7], [2, 2]]
        let written = await decoder.completions(
            of: prompts, each: 3, limit: 7, stops: [0], sampler: Sampler(temperature: 1), with: learnt,
            using: &generator)
        let batch = TokenBatch(zip(prompts, written).map { TokenGroup(prompt: $0, completions: $1.map(\.tokens)) })
        #expect(decoder.logProbabilities(batch, with: learnt) == written.joined().flatMap(\.logProbabilities))
    }

    @Test func `an optimiser changes the adapters and leaves the model as it is`() async {
        var learnt = adapters
        var adam = Adam(rate: 0.01, weightDecay: 0.1)
        for _ in 0..<3 {
            let model = decoder
            let (_, gradient) = await learnt.gradient(shards: 1) { tape, _ in
                tape.sum(model.scores(Self.batch, on: tape).logProbabilities) * -1
            }
            adam.step(&learnt, gradient)
        }
        #expect(scores(decoder, learnt).reduce(0, +) > scores(plain, base).reduce(0, +) + 0.5)
        for parameter in base.all { #expect(learnt.base?[parameter] == base[parameter]) }
        #expect(adam.memory(of: learnt)?.means.all == learnt.all)
    }

    @Test func `a rank above a map's, a map that is not there and a second adapter are errors`() throws {
        var (learnt, generator) = (adapters, Xoshiro256StarStar(seed: 1))
        let few = try LowRank(rank: 9, targets: ["k_proj"])
        #expect(throws: LowRankError.rankAbove(9, map: "model.layers.0.self_attn.k_proj", limit: 8)) {
            try plain.adapted(few, in: &learnt, using: &generator)
        }
        #expect(throws: LowRankError.adapted) { try decoder.adapted(few, in: &learnt, using: &generator) }
        var parameters = Parameters()
        let other = Decoder(
            Decoder.Settings(vocabulary: 9, features: 8, layers: 1, heads: 2, feedForward: .gelu(hidden: 16)),
            in: &parameters, using: &generator)
        let gated = try LowRank(rank: 1, targets: ["gate_proj"])
        #expect(throws: LowRankError.target("gate_proj")) {
            try other.adapted(gated, in: &parameters, using: &generator)
        }
    }
}
