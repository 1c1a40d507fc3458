public import Autodiff
public import DeterministicMath
import Transformers

/// A model of the RL format: one token a transition, and a head for each field of the next one.
///
/// A token is the sum of embeddings: the parts of the last transition's state, its action, reward and log-probability, and the
/// time and the episode of the transition that is to be told.
public struct HeadsModel: TrajectoryModel {
    /// What a head knows beside the past.
    public enum Wiring: String, Hashable, Sendable, Codable {
        /// Nothing: p(s)·p(a)·p(r)·p(ℓ), as if the fields of a transition were independent of each other.
        case parallel
        /// Nothing either, but it reads h + MLP(h): the small networks of the chained heads without the chain.
        case deep
        /// The fields before it: p(s)·p(a|s)·p(r|s,a)·p(ℓ|s,a,r), the chain rule. A head reads h + MLP(h + their embeddings).
        case chained
    }

    /// The symbols.
    public let alphabet: Alphabet
    /// What a head knows.
    public let wiring: Wiring
    /// What learning changes.
    public var parameters = Parameters()
    private let tables: [Parameter]
    private let times: Parameter
    private let episodes: Parameter
    private let decoder: Decoder
    private let heads: [Linear]
    private let links: [Link]

    /// A model that has learnt nothing: embeddings are normal with deviation 0.1, heads with 0.02.
    ///
    /// - Parameter episodes: how many a trajectory has at most.
    public init(
        of alphabet: Alphabet, episodes: Int, wiring: Wiring, sizes: ModelSizes = ModelSizes(),
        using generator: inout Xoshiro256StarStar
    ) {
        self.alphabet = alphabet
        self.wiring = wiring
        let features = sizes.features
        let initializer = Initializer.normal(deviation: 0.1)
        let others = [alphabet.actions.count, alphabet.rewards.count, alphabet.logProbabilities.count]
        var tables: [Parameter] = []
        for (place, count) in (alphabet.stateParts.map(\.count) + others).enumerated() {
            // One more: none, before the first transition.
            tables.append(
                parameters.add("symbols.\(place)", [count + 1, features], initializer, using: &generator))
        }
        self.tables = tables
        times = parameters.add("times", [alphabet.episodeLength, features], initializer, using: &generator)
        self.episodes = parameters.add("episodes", [episodes, features], initializer, using: &generator)
        decoder = Decoder(sizes.decoder(logits: alphabet.count(of: .state)), in: &parameters, using: &generator)
        var (heads, links) = ([Linear](), [Link]())
        for field in Field.allCases.dropFirst() {
            heads.append(
                Linear(
                    "head.\(field)", inputs: features, outputs: alphabet.count(of: field),
                    weight: .normal(deviation: 0.02), bias: .zeros, in: &parameters, using: &generator))
        }
        if wiring != .parallel {
            for field in Field.allCases {
                links.append(Link("link.\(field)", features: features, in: &parameters, using: &generator))
            }
        }
        (self.heads, self.links) = (heads, links)
    }

    /// The sum of the losses of the four heads, each a mean over all transitions, in nats.
    public func loss(of trajectories: [[Transition]], on tape: Tape) -> Variable {
        let symbols = Symbols(trajectories, alphabet)
        let losses = zip(logits(symbols, of: trajectories, on: tape), symbols.targets).map { tape.crossEntropy($0, $1) }
        return losses.dropFirst().reduce(losses[0]) { $0 + $1 }
    }

    /// What the four heads said of every transition.
    public func readings(of trajectories: [[Transition]]) -> [Reading] {
        let tape = Tape(parameters, recording: false)
        let symbols = Symbols(trajectories, alphabet)
        let guesses = logits(symbols, of: trajectories, on: tape).map { Guesses($0, on: tape) }
        let surprises = (0..<alphabet.logProbabilities.count).map {
            -Double(alphabet.logProbabilities.logProbability(of: $0))
        }
        return symbols.targets[0].indices.map { row in
            var reading = Reading()
            for field in Field.allCases {
                let (guess, target) = (guesses[field.rawValue], symbols.targets[field.rawValue][row])
                reading.add(field, nats: guess.nats(of: target, in: row), isRight: guess.isBest(target, in: row))
            }
            reading.expectedSurprise = Float(
                guesses[3].mean(of: surprises, at: Array(surprises.indices), in: row))
            return reading
        }
    }

    /// The logits of each field.
    private func logits(_ symbols: Symbols, of trajectories: [[Transition]], on tape: Tape) -> [Variable] {
        var terms: [(table: any Operand, indices: [Int])] = zip(tables, symbols.before).map { ($0, $1) }
        terms.append((times, symbols.times))
        terms.append((episodes, symbols.episodes))
        let packing = Packing.sequences(trajectories.count, length: trajectories[0].count)
        let hidden = decoder(tape.embeddingSum(terms), packing, on: tape)
        var known = hidden
        return Field.allCases.map { field in
            var input = hidden
            if wiring != .parallel { input = hidden + links[field.rawValue](known, on: tape) }
            if wiring == .chained {
                known = known + tape.embeddingSum(symbols.now(field).map { (tables[$0.table], $0.indices) })
            }
            return field == .state ? decoder.logits(input, on: tape) : heads[field.rawValue - 1](input, on: tape)
        }
    }
}
