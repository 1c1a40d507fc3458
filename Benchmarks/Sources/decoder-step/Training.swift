import Autodiff
import DeterministicMath
import Transformers

/// The decoder of `Tests/Learning/TransformersTests/Fixtures/decoder.py` and its training, with the same sizes, weights and
/// batches.
struct Training {
    private(set) var parameters = Parameters()
    private let tokens: Parameter
    private let positions: Parameter
    private let decoder: Decoder
    private var adam = Adam(rate: 1e-3)
    private var step = 0

    private let sequences = 32
    private let length = 64
    private let vocabulary = 128
    private let features = 64

    init() {
        var unused = SplitMix64(seed: 0)
        tokens = parameters.add("tokens", [vocabulary, features], .zeros, using: &unused)
        positions = parameters.add("positions", [length, features], .zeros, using: &unused)
        decoder = Decoder(
            Decoder.Settings(
                vocabulary: vocabulary, features: features, layers: 4, heads: 4, feedForward: .gelu(hidden: 256),
                norm: .layer(epsilon: 1e-5), positions: .none, biases: .all, head: .untied, embedsTokens: false),
            in: &parameters, using: &unused)
        drawWeights()
    }

    /// Draws every number in the order of the Python program, whose attention has one map for queries, keys and values.
    private mutating func drawWeights() {
        var words = SplitMix64(seed: 1)
        func draw(_ count: Int, _ size: Float, plus: Float = 0) -> [Float] {
            (0..<count).map { _ in size * (Float(words.next() >> 40) * 0x1p-23 - 1) + plus }
        }
        let named = Dictionary(uniqueKeysWithValues: parameters.all.map { ($0.name, $0) })
        func put(_ name: String, _ numbers: [Float]) {
            guard let parameter = named[name] else { fatalError("the decoder has no \(name)") }
            parameters[parameter].values = numbers
        }
        func drawNorm(_ name: String) {
            put("\(name).weight", draw(features, 0.125, plus: 1))
            put("\(name).bias", draw(features, 0.125))
        }
        func drawMap(_ name: String, inputs: Int, outputs: Int) {
            put("\(name).weight", draw(inputs * outputs, 1 / Float(inputs).squareRoot()))
            put("\(name).bias", draw(outputs, 0.125))
        }
        put("tokens", draw(vocabulary * features, 0.125))
        put("positions", draw(length * features, 0.125))
        for layer in 0..<4 {
            let name = "model.layers.\(layer)"
            drawNorm("\(name).input_layernorm")
            let width = 3 * features
            let (weight, bias) = (draw(features * width, 1 / Float(features).squareRoot()), draw(width, 0.125))
            for (part, map) in ["q_proj", "k_proj", "v_proj"].enumerated() {
                let columns = part * features..<(part + 1) * features
                put(
                    "\(name).self_attn.\(map).weight",
                    (0..<features).flatMap { row in columns.map { weight[row * width + $0] } })
                put("\(name).self_attn.\(map).bias", Array(bias[columns]))
            }
            drawMap("\(name).self_attn.o_proj", inputs: features, outputs: features)
            drawNorm("\(name).post_attention_layernorm")
            drawMap("\(name).mlp.fc1", inputs: features, outputs: 256)
            drawMap("\(name).mlp.fc2", inputs: 256, outputs: features)
        }
        drawNorm("model.norm")
        drawMap("lm_head", inputs: features, outputs: vocabulary)
    }

    /// One step of Adam on the next batch; returns its loss.
    mutating func train(shards: Int, threads: Int) async -> Float {
        let tables = (self.tokens, self.positions)
        let (tokens, targets) = batch()
        step += 1
        let (decoder, length) = (decoder, length)
        let rows = tokens.count / shards
        let (loss, gradient) = await parameters.gradient(shards: shards, threads: threads) { tape, shard in
            let part = Array(tokens[shard * rows..<(shard + 1) * rows])
            let x = tape.embeddingSum([(tables.0, part), (tables.1, part.indices.map { $0 % length })])
            let hidden = decoder(x, .sequences(rows / length, length: length), on: tape)
            return tape.crossEntropy(
                decoder.logits(hidden, on: tape), Array(targets[shard * rows..<(shard + 1) * rows]))
        }
        adam.step(&parameters, gradient)
        return loss
    }

    /// The digest of all parameters.
    var digest: Digest { Digest(of: parameters.all.lazy.flatMap { parameters[$0].values }.map(Double.init)) }

    private func batch() -> (tokens: [Int], targets: [Int]) {
        var words = SplitMix64(seed: UInt64(1000 + step))
        var tokens: [Int] = []
        var targets: [Int] = []
        for _ in 0..<sequences {
            let start = Int(words.next() % UInt64(vocabulary))
            let stride = Int(words.next() % 8) + 1
            tokens += (0..<length).map { (start + stride * $0) % vocabulary }
            targets += (1...length).map { (start + stride * $0) % vocabulary }
        }
        return (tokens, targets)
    }
}
