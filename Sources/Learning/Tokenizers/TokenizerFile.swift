/// What a `tokenizer.json` says, in its own words.
struct TokenizerFile: Decodable {
    struct Added: Decodable {
        let id: Int
        let content: String
        let single_word: Bool
        let lstrip: Bool
        let rstrip: Bool
        let special: Bool
    }

    struct Model: Decodable {
        let type: String
        let vocab: [String: Int]
        let merges: [MergePair]
        let dropout: Double?
        let continuing_subword_prefix: String?
        let end_of_word_suffix: String?
        let byte_fallback: Bool?
        let ignore_merges: Bool?

        /// An option that would change token numbers.
        var unsupportedOption: String? {
            if let dropout, dropout != 0 { return "dropout \(dropout)" }
            if let prefix = continuing_subword_prefix, !prefix.isEmpty { return "continuing_subword_prefix \(prefix)" }
            if let suffix = end_of_word_suffix, !suffix.isEmpty { return "end_of_word_suffix \(suffix)" }
            if byte_fallback == true { return "byte_fallback" }
            return ignore_merges == true ? "ignore_merges" : nil
        }
    }

    struct Normalizer: Decodable {
        let type: String
    }

    let added_tokens: [Added]?
    let normalizer: Normalizer?
    let pre_tokenizer: PreTokenizerPart
    let model: Model

    /// Whether text is brought into form NFC.
    var isNormalized: Bool {
        get throws(TokenizerError) {
            guard let normalizer else { return false }
            guard normalizer.type == "NFC" else { throw .unsupported(what: "normalizer", value: normalizer.type) }
            return true
        }
    }
}

/// A merge: `["h", "e"]` or `"h e"`.
struct MergePair: Decodable {
    let left: String
    let right: String

    init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        (left, right) = (String(parts[0]), String(parts[1]))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            guard let pair = MergePair(text) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a merge")
            }
            self = pair
            return
        }
        let parts = try container.decode([String].self)
        guard parts.count == 2 else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(parts) is not a merge")
        }
        (left, right) = (parts[0], parts[1])
    }
}

/// A step of cutting text into pieces, as `tokenizer.json` describes it.
struct PreTokenizerPart: Decodable {
    struct Pattern: Decodable {
        let Regex: String?
    }

    let type: String
    let pretokenizers: [PreTokenizerPart]?
    let pattern: Pattern?
    let behavior: String?
    let invert: Bool?
    let add_prefix_space: Bool?
    let use_regex: Bool?
    let individual_digits: Bool?

    /// The pre-tokenizer that is meant.
    var known: PreTokenizer {
        get throws(TokenizerError) {
            let steps = type == "Sequence" ? pretokenizers ?? [] : [self]
            guard let last = steps.last, last.type == "ByteLevel", last.add_prefix_space != true else {
                throw .unsupported(what: "pre-tokenizer", value: steps.map(\.words).joined(separator: ", "))
            }
            let usesPattern = last.use_regex ?? true
            switch steps.dropLast().map(\.words) {
            case [] where usesPattern: return .gpt2
            case ["Digits, each by itself"] where usesPattern: return .gpt2WithSingleDigits
            case ["Split at \(PreTokenizer.qwen2Pattern)"] where !usesPattern: return .qwen2
            default: throw .unsupported(what: "pre-tokenizer", value: steps.map(\.words).joined(separator: ", "))
            }
        }
    }

    /// What the step does, as far as it is known.
    private var words: String {
        switch type {
        case "Digits" where individual_digits == true: "Digits, each by itself"
        case "Split" where behavior == "Isolated" && invert != true && pattern?.Regex != nil:
            "Split at \(pattern!.Regex!)"
        default: type
        }
    }
}
