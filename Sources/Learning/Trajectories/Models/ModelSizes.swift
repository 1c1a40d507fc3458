import Transformers

/// The sizes of a model of trajectories.
public struct ModelSizes: Hashable, Sendable, Codable {
    /// Features of the stream.
    public var features: Int
    /// Layers.
    public var layers: Int
    /// Attention heads.
    public var heads: Int
    /// Hidden units of each feed-forward part.
    public var hidden: Int

    /// The book's: two layers of 64 features.
    public init(features: Int = 64, layers: Int = 2, heads: Int = 4, hidden: Int? = nil) {
        self.features = features
        self.layers = layers
        self.heads = heads
        self.hidden = hidden ?? 4 * features
    }

    /// A decoder that reads embeddings, with a head of so many logits: maps are normal with 1/√inputs, outputs of parts smaller
    /// by √(2 · layers), the head's with 0.02.
    func decoder(logits: Int) -> Decoder.Settings {
        Decoder.Settings(
            vocabulary: logits, features: features, layers: layers, heads: heads, feedForward: .gelu(hidden: hidden),
            norm: .layer(epsilon: 1e-5), positions: .none, biases: [.feedForward, .head], head: .untied,
            embedsTokens: false, initialization: Decoder.Initialization(head: 0.02, drawsBiases: false))
    }
}
