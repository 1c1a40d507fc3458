public import Advantages

/// Why a model can not be trained or asked.
public enum LanguageError: Error, Equatable, CustomStringConvertible {
    /// A setting has a value that makes no sense.
    case setting(InvalidSetting)
    /// A question has more tokens than a prompt may have.
    case promptTooLong(tokens: Int, limit: Int, text: String)
    /// A tokenizer gives tokens that the model does not have.
    case vocabulary(tokens: Int, model: Int)
    /// A question has no solution to learn from.
    case noSolution(text: String)
    /// A folder holds a run that is not to be resumed.
    case runExists(path: String)
    /// A run that is to be resumed was asked for something else; `path` is that of what it was asked for.
    case otherArguments(path: String)

    /// One sentence that names the value and what was expected.
    public var description: String {
        switch self {
        case .setting(let setting): setting.description
        case .promptTooLong(let tokens, let limit, let text):
            "the question \"\(text.prefix(60))\(text.count > 60 ? "…" : "")\" has \(tokens) tokens; the limit is \(limit)"
        case .vocabulary(let tokens, let model):
            "the tokenizer has \(tokens) tokens and the model only \(model)"
        case .noSolution(let text):
            "the question \"\(text.prefix(60))\(text.count > 60 ? "…" : "")\" has no solution to learn from"
        case .runExists(let path):
            "\(path) holds a run already: go on with --resume, or name another --output-dir"
        case .otherArguments(let path):
            "\(path) was written with other flags; a run is resumed with the same ones"
        }
    }
}
