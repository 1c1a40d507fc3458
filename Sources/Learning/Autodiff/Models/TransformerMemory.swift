/// What a transformer keeps of the tokens that it has read: every layer's keys and values.
///
/// ```swift
/// let tape = Tape(parameters, recording: false)
/// let memory = TransformerMemory(of: model, sequences: 16)
/// var logits = model.nextLogits(firstTokens, memory, on: tape)
/// ```
public final class TransformerMemory {
    /// How many sequences are read side by side.
    public let sequences: Int
    /// How many tokens of each have been read.
    public internal(set) var read = 0
    /// The sizes of the model that it is for.
    let sizes: Transformer.Sizes
    let layers: [AttentionMemory]

    /// Room for sequences of the model's longest length.
    public init(of model: Transformer, sequences: Int) {
        self.sequences = sequences
        let sizes = model.sizes
        self.sizes = sizes
        layers = (0..<sizes.layers).map { _ in
            AttentionMemory(
                sequences: sequences, length: sizes.length, heads: sizes.heads, width: sizes.features / sizes.heads)
        }
    }
}
