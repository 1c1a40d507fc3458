import Checkpoints
import Tokenizers

/// The `tokenizer.json` of the tokenizer that a GGUF file describes.
struct GGUFTokenizerFile: Encodable {
    struct Added: Encodable {
        let id: Int
        let content: String
        let special: Bool
        let single_word = false
        let lstrip = false
        let rstrip = false
        let normalized = false
    }

    struct Model: Encodable {
        let type = "BPE"
        let vocab: [String: Int]
        let merges: [[String]]
    }

    /// A step that cuts text, or puts bytes in place of characters.
    struct Step: Encodable {
        var type: String
        var pretokenizers: [Step]?
        var pattern: [String: String]?
        var behavior: String?
        var invert: Bool?
        var individual_digits: Bool?
        var add_prefix_space: Bool?
        var trim_offsets: Bool?
        var use_regex: Bool?

        static func bytes(usingPattern: Bool) -> Step {
            Step(type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: usingPattern)
        }
    }

    let version = "1.0"
    let added_tokens: [Added]
    let normalizer: Step?
    let pre_tokenizer: Step
    let decoder = Step.bytes(usingPattern: true)
    let model: Model

    init(_ file: GGUF) throws {
        let (tokens, types) = (try file.texts("tokenizer.ggml.tokens"), try file.integers("tokenizer.ggml.token_type"))
        let kind = try PreTokenizer(ggufName: file.text("tokenizer.ggml.pre"))
        added_tokens = zip(tokens, types).enumerated().filter { $0.element.1 != 1 }.map {
            Added(id: $0.offset, content: $0.element.0, special: $0.element.1 == 3)
        }
        normalizer = kind == .qwen2 ? Step(type: "NFC") : nil
        pre_tokenizer =
            switch kind {
            case .gpt2: .bytes(usingPattern: true)
            case .gpt2WithSingleDigits:
                Step(
                    type: "Sequence",
                    pretokenizers: [Step(type: "Digits", individual_digits: true), .bytes(usingPattern: true)])
            case .qwen2:
                Step(
                    type: "Sequence",
                    pretokenizers: [
                        Step(
                            type: "Split", pattern: ["Regex": PreTokenizer.qwen2Pattern], behavior: "Isolated",
                            invert: false), .bytes(usingPattern: false),
                    ])
            }
        model = Model(
            vocab: Dictionary(
                tokens.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first }),
            merges: try file.texts("tokenizer.ggml.merges").map {
                $0.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            })
    }
}

/// What transformers reads beside a `tokenizer.json`.
struct GGUFTokenizerConfiguration: Encodable {
    let tokenizer_class = "PreTrainedTokenizerFast"
    let bos_token: String?
    let eos_token: String?
    let pad_token: String?
    let clean_up_tokenization_spaces = false

    init(_ file: GGUF) throws {
        let tokens = try file.texts("tokenizer.ggml.tokens")
        func token(_ name: String) -> String? {
            (try? file.integer("tokenizer.ggml.\(name)_token_id")).flatMap {
                tokens.indices.contains($0) ? tokens[$0] : nil
            }
        }
        (bos_token, eos_token, pad_token) = (token("bos"), token("eos"), token("padding") ?? token("eos"))
    }
}

extension Encodable {
    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}
