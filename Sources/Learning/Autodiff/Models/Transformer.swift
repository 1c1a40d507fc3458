import DeterministicMath

/// A small language model: a stack of causal attention and feed-forward layers that predicts every next token.
///
/// Layer norm comes before each part, whose result is added to the stream (Radford et al. 2019).
public struct Transformer: Sendable {
    /// The sizes of a transformer.
    public struct Sizes: Hashable, Sendable {
        /// How many different tokens there are.
        public let vocabulary: Int
        /// The longest sequence.
        public let length: Int
        /// Features of the stream, a multiple of the heads.
        public let features: Int
        /// Attention heads per layer.
        public let heads: Int
        /// Layers.
        public let layers: Int

        /// Creates sizes; the feed-forward parts have four times the features. Heads that do not divide the features are a
        /// mistake.
        public init(vocabulary: Int, length: Int, features: Int, heads: Int, layers: Int) {
            require(
                heads > 0 && features.isMultiple(of: heads), "transformer: \(features) features for \(heads) heads")
            self.vocabulary = vocabulary
            self.length = length
            self.features = features
            self.heads = heads
            self.layers = layers
        }
    }

    /// The sizes.
    public let sizes: Sizes
    private let tokens: Parameter
    private let positions: Parameter
    private let blocks: [Block]
    private let norm: Norm
    private let head: Linear

    /// Adds the model's parameters: embeddings from a normal with deviation 0.02, layers as ``Linear`` does.
    public init(_ sizes: Sizes, in parameters: inout Parameters, using generator: inout some RandomNumberGenerator) {
        self.sizes = sizes
        tokens = parameters.add(
            "tokens", [sizes.vocabulary, sizes.features], .normal(deviation: 0.02), using: &generator)
        positions = parameters.add(
            "positions", [sizes.length, sizes.features], .normal(deviation: 0.02), using: &generator)
        var blocks: [Block] = []
        for layer in 0..<sizes.layers {
            blocks.append(Block("block.\(layer)", features: sizes.features, in: &parameters, using: &generator))
        }
        self.blocks = blocks
        norm = Norm("norm", features: sizes.features, in: &parameters, using: &generator)
        head = Linear("head", inputs: sizes.features, outputs: sizes.vocabulary, in: &parameters, using: &generator)
    }

    /// The logits of the token after every position.
    ///
    /// - Parameters:
    ///   - sequences: one sequence after the other, all of this length.
    ///   - length: at most the model's.
    /// - Returns: sequences × length × vocabulary.
    public func logits(_ sequences: [Int], length: Int, on tape: Tape) -> Variable {
        guard length > 0, length <= sizes.length, sequences.count % length == 0 else {
            trap(
                ShapeError(
                    "transformer", positions.shape, "can not read \(sequences.count) tokens in sequences of \(length)"))
        }
        let shape: Shape = [sequences.count / length, length]
        let x = tape.embedding(tokens, sequences, shape: shape) + tape.embedding(positions, Array(0..<length))
        return logits(of: x, on: tape) { _, x in tape.causalAttention(x, heads: sizes.heads) }
    }

    /// The logits of the token after these, the next of every sequence that the memory has read.
    ///
    /// For sampling token by token, in the time of one position instead of all: the logits have the same bits as those
    /// of the whole sequence.
    ///
    /// - Parameters:
    ///   - tokens: one for every sequence of the memory.
    ///   - tape: one that does not record.
    /// - Returns: sequences × vocabulary.
    public func nextLogits(_ tokens: [Int], _ memory: TransformerMemory, on tape: Tape) -> Variable {
        require(memory.sizes == sizes, "the memory is of a transformer of \(memory.sizes), not of \(sizes)")
        guard tokens.count == memory.sequences, memory.read < sizes.length else {
            trap(
                ShapeError(
                    "transformer", [memory.sequences, memory.read], "can not be followed by \(tokens.count) tokens"))
        }
        let x = tape.embedding(self.tokens, tokens) + tape.embedding(positions, [memory.read], shape: [])
        defer { memory.read += 1 }
        return logits(of: x, on: tape) { layer, x in
            tape.attention(x, to: memory.layers[layer], position: memory.read)
        }
    }

    private func logits(
        of embeddings: Variable, on tape: Tape, attention: (_ layer: Int, _ x: Variable) -> Variable
    ) -> Variable {
        var x = embeddings
        for (layer, block) in blocks.enumerated() {
            x = block.stream(x, on: tape) { attention(layer, $0) }
        }
        return tape.linear(tape.layerNorm(x, norm.gain, norm.bias), head)
    }
}

/// One layer: attention, then the feed-forward part.
private struct Block: Sendable {
    let attentionNorm: Norm
    let attentionIn: Linear
    let attentionOut: Linear
    let forwardNorm: Norm
    let forwardIn: Linear
    let forwardOut: Linear

    init(
        _ name: String, features: Int, in parameters: inout Parameters,
        using generator: inout some RandomNumberGenerator
    ) {
        attentionNorm = Norm("\(name).attention.norm", features: features, in: &parameters, using: &generator)
        attentionIn = Linear(
            "\(name).attention.in", inputs: features, outputs: 3 * features, in: &parameters, using: &generator)
        attentionOut = Linear(
            "\(name).attention.out", inputs: features, outputs: features, in: &parameters, using: &generator)
        forwardNorm = Norm("\(name).forward.norm", features: features, in: &parameters, using: &generator)
        forwardIn = Linear(
            "\(name).forward.in", inputs: features, outputs: 4 * features, in: &parameters, using: &generator)
        forwardOut = Linear(
            "\(name).forward.out", inputs: 4 * features, outputs: features, in: &parameters, using: &generator)
    }

    func stream(_ x: Variable, on tape: Tape, attention: (Variable) -> Variable) -> Variable {
        let seen = attention(tape.linear(tape.layerNorm(x, attentionNorm.gain, attentionNorm.bias), attentionIn))
        let y = x + tape.linear(seen, attentionOut)
        let hidden = tape.gelu(tape.linear(tape.layerNorm(y, forwardNorm.gain, forwardNorm.bias), forwardIn))
        return y + tape.linear(hidden, forwardOut)
    }
}

/// The gain and bias of a layer norm.
private struct Norm: Sendable {
    let gain: Parameter
    let bias: Parameter

    init(
        _ name: String, features: Int, in parameters: inout Parameters,
        using generator: inout some RandomNumberGenerator
    ) {
        gain = parameters.add("\(name).gain", [features], .ones, using: &generator)
        bias = parameters.add("\(name).bias", [features], .zeros, using: &generator)
    }
}
