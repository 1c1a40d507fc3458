public import Autodiff
public import DeterministicMath
import Transformers

/// A plain language model of the language format: it predicts each token from all before it.
public struct TextModel: TrajectoryModel {
    /// What a token knows of where it stands.
    public enum Positions: String, Hashable, Sendable, Codable {
        /// Its place in the text.
        case absolute
        /// Its place in the transition, the time in the episode, and the number of the episode: a sum of three.
        case factored
    }

    /// How transitions become text.
    public let serialization: Serialization
    /// What a token knows of where it stands.
    public let positions: Positions
    /// The fields whose tokens are learnt. Without the state, for example, a prompt is read and not learnt.
    public let labels: [Field]
    /// What learning changes.
    public var parameters = Parameters()
    private let tokens: Parameter
    private let places: [Parameter]
    private let decoder: Decoder

    /// A model that has learnt nothing: embeddings are normal with deviation 0.1, the head with 0.02.
    ///
    /// - Parameter episodes: how many a trajectory has at most.
    public init(
        of serialization: Serialization, episodes: Int, positions: Positions, labels: [Field] = Field.allCases,
        sizes: ModelSizes = ModelSizes(), using generator: inout Xoshiro256StarStar
    ) {
        self.serialization = serialization
        self.positions = positions
        self.labels = labels
        let (features, words) = (sizes.features, serialization.vocabulary.count)
        let initializer = Initializer.normal(deviation: 0.1)
        // One more: the beginning of the text.
        tokens = parameters.add("tokens", [words + 1, features], initializer, using: &generator)
        let (length, width) = (serialization.alphabet.episodeLength, serialization.tokensPerTransition)
        let counts =
            switch positions {
            case .absolute: [episodes * length * width]
            case .factored: [width, length, episodes]
            }
        var places: [Parameter] = []
        for (place, count) in counts.enumerated() {
            places.append(parameters.add("places.\(place)", [count, features], initializer, using: &generator))
        }
        self.places = places
        decoder = Decoder(sizes.decoder(logits: words), in: &parameters, using: &generator)
    }

    /// The mean loss of all tokens that are to be learnt, in nats.
    public func loss(of trajectories: [[Transition]], on tape: Tape) -> Variable {
        let texts = trajectories.map { serialization.tokens(of: $0) }
        let all = logits(of: texts, on: tape)
        let targets = texts.flatMap(\.self)
        if labels == Field.allCases { return tape.crossEntropy(all, targets) }
        let width = serialization.tokensPerTransition
        let learnt = targets.indices.filter { labels.contains(serialization.places[$0 % width].field) }
        return tape.crossEntropy(tape.rows(of: all, at: learnt), learnt.map { targets[$0] })
    }

    /// What the model said of every transition.
    public func readings(of trajectories: [[Transition]]) -> [Reading] {
        let tape = Tape(parameters, recording: false)
        let texts = trajectories.map { serialization.tokens(of: $0) }
        let guesses = Guesses(logits(of: texts, on: tape), on: tape)
        let bins = serialization.alphabet.logProbabilities
        let surprises = (0..<bins.count).map { -Double(bins.logProbability(of: $0)) }
        let places = serialization.places
        let binPlaces = places.filter { $0.item == .logProbability }.count
        var (readings, row) = ([Reading](), 0)
        for text in texts {
            for start in stride(from: 0, to: text.count, by: places.count) {
                var reading = Reading()
                for (column, place) in places.enumerated() {
                    let token = text[start + column]
                    reading.add(
                        place.field, nats: guesses.nats(of: token, in: row), isRight: guesses.isBest(token, in: row))
                    if place.item == .logProbability, binPlaces == 1 {
                        reading.expectedSurprise = Float(guesses.mean(of: surprises, at: place.tokens, in: row))
                    }
                    row += 1
                }
                readings.append(reading)
            }
        }
        return readings
    }

    /// The logits of every token of texts of the same length, from those before it.
    func logits(of texts: [[Int]], on tape: Tape) -> Variable {
        let length = texts[0].count
        let before = texts.flatMap { [serialization.vocabulary.count] + $0.dropLast() }
        var terms: [(table: any Operand, indices: [Int])] = [(tokens, before)]
        for (table, indices) in zip(places, placeIndices(length: length)) {
            terms.append((table, texts.flatMap { _ in indices }))
        }
        let packing = Packing.sequences(texts.count, length: length)
        return decoder.logits(decoder(tape.embeddingSum(terms), packing, on: tape), on: tape)
    }

    /// Where each token stands that is to be predicted.
    private func placeIndices(length: Int) -> [[Int]] {
        switch positions {
        case .absolute: return [Array(0..<length)]
        case .factored:
            let (width, episode) = (serialization.tokensPerTransition, serialization.alphabet.episodeLength)
            return [
                (0..<length).map { $0 % width }, (0..<length).map { $0 / width % episode },
                (0..<length).map { $0 / (width * episode) },
            ]
        }
    }
}
