/// Why a chat model can not be read, asked or trained.
public enum ChatModelError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is neither a folder with a `config.json` nor a GGUF file.
    case noCheckpoint(path: String)
    /// A file can not be read; the system's words.
    case file(path: String, reason: String)
    /// The checkpoint does not say how conversations are written.
    case noTemplate
    /// Every question has more tokens than a prompt may have.
    case tooLong(promptLimit: Int)
    /// A token that the model does not have, or no tokens where some are needed.
    case tokens(String)

    /// One sentence that says what is wrong.
    public var description: String {
        switch self {
        case .noCheckpoint(let path): "\(path) is neither a folder with a config.json nor a .gguf file"
        case .file(let path, let reason): "\(path) can not be read: \(reason)"
        case .noTemplate: "the checkpoint has no chat template"
        case .tooLong(let limit): "no question fits a prompt of \(limit) tokens"
        case .tokens(let problem): problem
        }
    }
}
