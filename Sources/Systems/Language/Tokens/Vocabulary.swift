/// The tokens that a small language model reads and writes: words, numbers and signs, one token each.
///
/// ```swift
/// let vocabulary = Vocabulary.wordProblems
/// let ids = try vocabulary.encode("<answer>\n9\n</answer>\n")  // 7 tokens
/// print(vocabulary.decode(ids) == "<answer>\n9\n</answer>\n")
/// ```
public struct Vocabulary: Hashable, Sendable, Codable {
    /// The tokens' texts, by their ids.
    public let tokens: [String]
    private let ids: [String: Int]

    /// The token that fills rows of different lengths; it is neither read nor written.
    public static let padding = 0
    /// The token that ends a completion.
    public static let end = 1

    /// Creates a vocabulary: padding, end, line break, and then these tokens, which differ and hold no white space.
    public init(_ words: [String]) {
        self.init(tokens: ["<pad>", "<eos>", "\n"] + words)
    }

    private init(tokens: [String]) {
        self.tokens = tokens
        ids = Dictionary(tokens.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Restores a vocabulary from its tokens' texts.
    public init(from decoder: any Decoder) throws {
        self.init(tokens: try decoder.singleValueContainer().decode([String].self))
    }

    /// Keeps the tokens' texts.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(tokens)
    }

    /// The vocabulary with more words behind those that it has; they differ from these too.
    public func adding(_ words: [String]) -> Vocabulary { Vocabulary(tokens: tokens + words) }

    /// How many tokens there are.
    public var count: Int { tokens.count }

    /// The token ids of a text, whose words stand apart by spaces or line breaks; each line break is a token too.
    public func encode(_ text: String) throws(VocabularyError) -> [Int] {
        var result: [Int] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { result.append(2) }
            for word in line.split(separator: " ") {
                guard let id = ids[String(word)] else { throw .unknownWord(String(word)) }
                result.append(id)
            }
        }
        return result
    }

    /// The text of a completion up to its end token: words with spaces between them, but none beside line breaks.
    public func decode(_ ids: some Sequence<Int>) -> String {
        var text = ""
        for id in ids {
            if id == Self.end { break }
            let token = tokens[id]
            if !text.isEmpty, token != "\n", !text.hasSuffix("\n") { text += " " }
            text += token
        }
        return text
    }
}

/// Why a text can not be read.
public enum VocabularyError: Error, Equatable, CustomStringConvertible {
    /// A word that is no token.
    case unknownWord(String)

    /// One sentence that names the word.
    public var description: String {
        switch self {
        case .unknownWord(let word): "\"\(word)\" is not in the vocabulary"
        }
    }
}
