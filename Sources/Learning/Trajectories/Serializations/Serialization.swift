import DeterministicMath

/// How a transition becomes text: which words, in which order, and whether a token is a word or a character.
///
/// Every transition has the same number of tokens, each of them in a fixed **place** with a fixed field. So what a token costs
/// can be counted for its field, and a text can be read back.
public struct Serialization: Hashable, Sendable {
    /// What a token of the model is.
    public enum Spelling: String, Hashable, Sendable, Codable {
        /// Words with spaces between them, a transition in each line.
        case words
        /// Characters without spaces; all names of a kind are equally long.
        case characters
    }

    /// What is written.
    public enum Item: Hashable, Sendable {
        /// Always the same; its tokens count for the field that follows, or for the last one.
        case literal(String)
        /// All parts of the state, as one word.
        case state
        /// A part of the state.
        case part(Int)
        /// The action.
        case action
        /// The reward.
        case reward
        /// Where the bin of the log-probability begins.
        case logProbability

        var field: Field? {
            switch self {
            case .literal: nil
            case .state, .part: .state
            case .action: .action
            case .reward: .reward
            case .logProbability: .logProbability
            }
        }
    }

    /// A place of a token in a transition.
    struct Place: Hashable, Sendable {
        let item: Item
        let field: Field
        /// The token of each value.
        let tokens: [Int]
    }

    /// The symbols of the environment.
    public let alphabet: Alphabet
    /// What a token is.
    public let spelling: Spelling
    /// What is written, in this order.
    public let items: [Item]
    /// All tokens: words or characters.
    public let vocabulary: [String]
    let places: [Place]
    let numbers: [String: Int]

    /// Creates a serialisation that writes every field exactly once.
    public init(of alphabet: Alphabet, _ items: [Item], spelling: Spelling) {
        self.alphabet = alphabet
        self.items = items
        self.spelling = spelling
        var (vocabulary, numbers, places) = ([String](), [String: Int](), [Place]())
        func number(of token: String) -> Int {
            if let known = numbers[token] { return known }
            numbers[token] = vocabulary.count
            vocabulary.append(token)
            return vocabulary.count - 1
        }
        for (index, item) in items.enumerated() {
            let field = items[index...].lazy.compactMap(\.field).first ?? items.compactMap(\.field).last
            guard let field else { continue }
            let names = alphabet.names(of: item).map { spelling == .words ? [$0] : $0.map(String.init) }
            let width = names[0].count
            require(names.allSatisfy { $0.count == width }, "names of \(item) are of different lengths")
            for column in 0..<width {
                places.append(Place(item: item, field: field, tokens: names.map { number(of: $0[column]) }))
            }
        }
        let parts = items.reduce(into: [Int: Int]()) { counts, item in
            for part in item.stateParts(of: alphabet) { counts[part, default: 0] += 1 }
        }
        require(
            parts.count == alphabet.stateParts.count && parts.values.allSatisfy { $0 == 1 }
                && [Item.action, .reward, .logProbability].allSatisfy { item in items.count { $0 == item } == 1 },
            "a serialisation that does not write every field once")
        (self.vocabulary, self.numbers, self.places) = (vocabulary, numbers, places)
    }

    /// How many tokens a transition has.
    public var tokensPerTransition: Int { places.count }

    /// How many tokens of a transition count for a field.
    public func tokens(of field: Field) -> Int { places.count { $0.field == field } }
}

extension Serialization.Item {
    func stateParts(of alphabet: Alphabet) -> [Int] {
        switch self {
        case .state: Array(alphabet.stateParts.indices)
        case .part(let part): [part]
        case .literal, .action, .reward, .logProbability: []
        }
    }

    /// The value that a transition has.
    func value(in transition: Transition, of alphabet: Alphabet) -> Int {
        switch self {
        case .literal: 0
        case .part(let part): alphabet.parts(ofState: transition.state)[part]
        case .state: transition.state
        case .action: transition.action
        case .reward: transition.reward
        case .logProbability: alphabet.logProbabilities.bin(of: transition.logProbability)
        }
    }
}

extension Alphabet {
    /// What each value is called.
    func names(of item: Serialization.Item) -> [String] {
        switch item {
        case .literal(let text): [text]
        case .part(let part): stateParts[part]
        case .state:
            (0..<count(of: .state)).map { state in
                zip(stateParts, parts(ofState: state)).map { $0[$1] }.joined()
            }
        case .action: actions
        case .reward: rewards
        case .logProbability: (0..<logProbabilities.count).map(logProbabilities.name)
        }
    }
}
