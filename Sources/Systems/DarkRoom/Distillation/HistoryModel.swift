public import Autodiff
public import DeterministicMath
import Transformers

/// A transformer that reads what an agent has lived through and says what it does next.
///
/// A token is the sum of embeddings: where the agent is, what it did and earned before, what time it is, which episode.
public struct HistoryModel: Sendable {
    /// The sizes of a model.
    public struct Sizes: Hashable, Sendable, Codable {
        /// Features of the stream.
        public var features = 64
        /// Layers.
        public var layers = 1
        /// Attention heads.
        public var heads = 4
        /// Hidden units of each feed-forward part.
        public var hidden = 256

        /// The book's: 54 thousand numbers in a room of 9 × 9.
        public init(features: Int = 64, layers: Int = 1, heads: Int = 4, hidden: Int? = nil) {
            self.features = features
            self.layers = layers
            self.heads = heads
            self.hidden = hidden ?? 4 * features
        }
    }

    /// The room that it is for.
    public let room: Room
    /// How it reads steps.
    public let format: TokenFormat
    /// How many steps its context has at most.
    public let length: Int
    /// What learning changes.
    public var parameters = Parameters()
    let decoder: Decoder
    let vocabulary: Vocabulary
    private let symbols: Parameter
    private let clocks: Parameter
    private let episodes: Parameter
    private let places: Parameter?

    /// A model that has learnt nothing: embeddings are normal with deviation 0.1, maps with 1/√inputs, outputs of parts
    /// smaller by √(2 · layers), the head's with 0.02.
    public init(
        in room: Room, length: Int, sizes: Sizes = Sizes(), format: TokenFormat = TokenFormat(),
        using generator: inout Xoshiro256StarStar
    ) {
        self.room = room
        self.format = format
        self.length = length
        vocabulary = Vocabulary(of: room, format)
        let features = sizes.features
        let initializer = Initializer.normal(deviation: 0.1)
        symbols = parameters.add("symbols", [vocabulary.count, features], initializer, using: &generator)
        clocks = parameters.add("clocks", [room.episodeLength, features], initializer, using: &generator)
        let episodeCount = room.endsAtGoal ? length : (length + room.steps - 1) / room.steps
        episodes = parameters.add("episodes", [episodeCount, features], initializer, using: &generator)
        places =
            format.positions.contains(.absolute)
            ? parameters.add("places", [length, features], initializer, using: &generator) : nil
        let settings = Decoder.Settings(
            vocabulary: Action.count, features: features, layers: sizes.layers, heads: sizes.heads,
            feedForward: .gelu(hidden: sizes.hidden), norm: .layer(epsilon: 1e-5), positions: .none,
            biases: [.feedForward, .head], head: .untied, embedsTokens: false,
            initialization: Decoder.Initialization(head: 0.02, drawsBiases: false))
        decoder = Decoder(settings, in: &parameters, using: &generator)
    }

    /// The embeddings of tokens.
    func embeddings(_ rows: TokenRows, on tape: Tape) -> Variable {
        var terms: [(table: any Operand, indices: [Int])] = rows.symbols.map { (symbols, $0) }
        if format.positions.contains(.clock) { terms.append((clocks, rows.clocks)) }
        if format.positions.contains(.episode) { terms.append((episodes, rows.episodes)) }
        if let places { terms.append((places, rows.places)) }
        return tape.embeddingSum(terms)
    }

    /// The logits of the action in each step of lessons of the same length.
    ///
    /// - Returns: steps of all lessons × actions.
    public func logits(_ lessons: [Lesson], on tape: Tape) -> Variable {
        var rows = TokenRows(format, vocabulary)
        for lesson in lessons { rows.append(lesson.steps, firstTime: room.firstTime) }
        let x = embeddings(rows, on: tape)
        let packing = Packing.sequences(lessons.count, length: rows.clocks.count / lessons.count)
        let hidden = decoder(x, packing, on: tape)
        let predicting = format.packing == .step ? hidden : tape.rows(of: hidden, at: rows.predicting)
        return decoder.logits(predicting, on: tape)
    }
}
