import DeterministicMath

extension Decoder {
    /// What a decoder is made of: sizes, parts and first numbers. Those of Qwen2 and Llama are among them.
    public struct Settings: Hashable, Sendable, Codable {
        /// The part of a layer that works on every row by itself.
        public enum FeedForward: Hashable, Sendable, Codable {
            /// down(silu(gate(x)) ∘ up(x)) (Shazeer 2020).
            case swiGLU(hidden: Int)
            /// out(gelu(in(x))), with the tanh form of GELU (Hendrycks, Gimpel 2016).
            case gelu(hidden: Int)
        }

        /// How a decoder knows where a row stands.
        public enum Positions: Hashable, Sendable, Codable {
            /// Queries and keys are turned by angles that grow with the position: feature i of a head, and the feature half a head
            /// further, by position / base^(2i/width) (Su et al. 2021).
            case rotary(base: Double)
            /// From its inputs alone.
            case none
        }

        /// Where the head's weight comes from.
        public enum Head: Hashable, Sendable, Codable {
            /// From the token table (Press, Wolf 2017).
            case tied
            /// It has its own.
            case untied
        }

        /// Which linear maps add a bias.
        public struct Biases: OptionSet, Hashable, Sendable, Codable {
            /// A bit for each kind of map.
            public let rawValue: Int

            /// Creates a set from its bits.
            public init(rawValue: Int) { self.rawValue = rawValue }

            /// Queries, keys and values: Qwen2.
            public static let queryKeyValue = Biases(rawValue: 1)
            /// The attention's output.
            public static let attentionOutput = Biases(rawValue: 2)
            /// All maps of the feed-forward part.
            public static let feedForward = Biases(rawValue: 4)
            /// The head.
            public static let head = Biases(rawValue: 8)
            /// Every map.
            public static let all: Biases = [.queryKeyValue, .attentionOutput, .feedForward, .head]
        }

        /// How many logits the head gives, and how many tokens the table has.
        public var vocabulary: Int
        /// Features of the stream.
        public var features: Int
        /// Layers.
        public var layers: Int
        /// Attention heads per layer.
        public var heads: Int
        /// Heads of keys and values, a divisor of the heads: each is used by several (Ainslie et al. 2023).
        public var keyValueHeads: Int
        /// Features per head.
        public var headWidth: Int
        /// The feed-forward part.
        public var feedForward: FeedForward
        /// The norm before every part and before the head.
        public var norm: Norm.Kind
        /// How rows know their place.
        public var positions: Positions
        /// Which maps add a bias.
        public var biases: Biases
        /// Where the head's weight comes from.
        public var head: Head
        /// Whether there is a table of tokens; without one, inputs are given as embeddings.
        public var embedsTokens: Bool
        /// The first numbers.
        public var initialization: Initialization

        /// Creates settings. Heads of keys and values are as many as heads, and share the features, unless they are given.
        public init(
            vocabulary: Int, features: Int, layers: Int, heads: Int, keyValueHeads: Int? = nil, headWidth: Int? = nil,
            feedForward: FeedForward, norm: Norm.Kind = .rms(epsilon: 1e-6),
            positions: Positions = .rotary(base: 10_000), biases: Biases = [], head: Head = .tied,
            embedsTokens: Bool = true, initialization: Initialization = Initialization()
        ) {
            self.vocabulary = vocabulary
            self.features = features
            self.layers = layers
            self.heads = heads
            self.keyValueHeads = keyValueHeads ?? heads
            self.headWidth = headWidth ?? (heads > 0 ? features / heads : 0)
            self.feedForward = feedForward
            self.norm = norm
            self.positions = positions
            self.biases = biases
            self.head = head
            self.embedsTokens = embedsTokens
            self.initialization = initialization
        }

        /// Hidden units of the feed-forward part.
        public var hidden: Int {
            switch feedForward {
            case .swiGLU(let hidden), .gelu(let hidden): hidden
            }
        }

        /// Stops the program if these settings can not be built: it is a mistake in a model.
        func check() {
            let sizes = [vocabulary, features, layers, heads, keyValueHeads, headWidth, hidden]
            require(sizes.allSatisfy { $0 > 0 }, "a decoder of sizes \(sizes)")
            require(heads.isMultiple(of: keyValueHeads), "\(heads) heads on \(keyValueHeads) of keys and values")
            require(
                positions == .none || headWidth.isMultiple(of: 2), "heads of odd width \(headWidth) can not be turned")
            require(head == .untied || embedsTokens, "a head that is tied to no table")
        }
    }

    /// The numbers that a decoder starts with. Gains start at 1, biases of norms at 0.
    public struct Initialization: Hashable, Sendable, Codable {
        /// Standard deviations of weights, as a multiple of 1/√inputs: 1.
        public var weights: Float
        /// The same for the two maps of each layer that end in the stream; nil for 1/√(2 · layers), with which the sum of all parts
        /// stays as large as one (Radford et al. 2019).
        public var outputs: Float?
        /// The standard deviation of the token table; nil for 1/√features.
        public var embedding: Float?
        /// The standard deviation of an untied head; nil for that of other weights.
        public var head: Float?
        /// Whether biases start uniformly within 1/√inputs, as in PyTorch, or at 0.
        public var drawsBiases: Bool

        /// Creates settings; what is not given has its default.
        public init(
            weights: Float = 1, outputs: Float? = nil, embedding: Float? = nil, head: Float? = nil,
            drawsBiases: Bool = true
        ) {
            self.weights = weights
            self.outputs = outputs
            self.embedding = embedding
            self.head = head
            self.drawsBiases = drawsBiases
        }
    }
}
