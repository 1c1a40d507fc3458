import Autodiff
import DeterministicMath

/// The decoder of `Tests/AutodiffTests/Fixtures/decoder.py` and its training, with the same sizes, weights and batches.
struct Training {
    private(set) var parameters = Parameters()
    private let model: Transformer
    private var adam = Adam(rate: 1e-3)
    private var step = 0

    private let sequences = 32
    private let length = 64
    private let vocabulary = 128

    init() {
        var unused = SplitMix64(seed: 0)
        let sizes = Transformer.Sizes(
            vocabulary: vocabulary, length: length, features: 64, heads: 4, layers: 4)
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

    /// One step of Adam on the next batch; returns its loss.
    mutating func train(shards: Int, threads: Int) async -> Float {
        let (tokens, targets) = batch()
        step += 1
        let (model, length) = (model, length)
        let rows = tokens.count / shards
        let (loss, gradient) = await parameters.gradient(shards: shards, threads: threads) { tape, shard in
            let part = shard * rows..<(shard + 1) * rows
            let logits = model.logits(Array(tokens[part]), length: length, on: tape)
            return tape.crossEntropy(logits, Array(targets[part]))
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
