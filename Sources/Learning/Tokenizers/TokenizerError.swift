/// What is wrong with a tokenizer, or what ours can not do as it asks.
///
/// A tokenizer that is only nearly right gives other token numbers without a word, so whatever is not known is refused.
public enum TokenizerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text is not JSON of a tokenizer; the reader's words.
    case unreadable(String)
    /// A model, normalizer, pre-tokenizer or option that is not known, and where it stands.
    case unsupported(what: String, value: String)
    /// A token that is written in characters outside the byte alphabet.
    case token(String, id: Int)
    /// Two tokens have one number, or a number is negative or too large.
    case number(Int, of: String)
    /// A merge whose parts or result are not in the vocabulary.
    case merge(String, number: Int)
    /// A chat template that is not ChatML.
    case template(String)

    /// The error in words, as it is shown to a person.
    public var description: String {
        switch self {
        case .unreadable(let reason): "not a tokenizer: \(reason)"
        case .unsupported(let what, let value): "this \(what) is not supported: \(value)"
        case .token(let token, let id): "token \(id), '\(token)', has a character outside the byte alphabet"
        case .number(let number, let token): "token '\(token)' has number \(number), which is taken or out of range"
        case .merge(let merge, let number): "merge \(number), '\(merge)', names tokens that are not in the vocabulary"
        case .template(let text): "a chat template that is not ChatML: \(text.prefix(80))"
        }
    }
}
