public import Checkpoints
public import Tokenizers

/// A model as it lies on a disk: a folder as Hugging Face has them, or one GGUF file.
///
/// ```swift
/// let files = try CheckpointFiles("Qwen2-0.5B-Instruct")
/// print(try files.tokenizer().encode("The capital of France"))
/// ```
public enum CheckpointFiles: Sendable {
    /// A folder with `config.json`, `tokenizer.json` and weights.
    case folder(URL)
    /// A file that holds all of it.
    case gguf(URL)

    /// Looks at what is there; nothing is read yet.
    public init(_ path: String) throws(ChatModelError) {
        let url = URL(filePath: path)
        guard Self.isCheckpoint(path) else { throw .noCheckpoint(path: path) }
        self = path.hasSuffix(".gguf") ? .gguf(url) : .folder(url)
    }

    /// Where it is.
    public var path: String {
        switch self {
        case .folder(let url), .gguf(let url): url.relativePath
        }
    }

    /// Whether a folder holds a checkpoint of Hugging Face's, or a path names a GGUF file.
    public static func isCheckpoint(_ path: String) -> Bool {
        path.hasSuffix(".gguf") || FileManager.default.fileExists(atPath: "\(path)/config.json")
    }

    /// How its texts become tokens.
    public func tokenizer() throws -> Tokenizer {
        switch self {
        case .folder(let url): try Tokenizer(readingJSON: data(of: url.appending(path: "tokenizer.json")))
        case .gguf(let url): try GGUF(reading: url).tokenizer()
        }
    }

    /// The model with its numbers.
    public func checkpoint() throws -> Checkpoint {
        switch self {
        case .folder(let url): try Checkpoint(folder: url)
        case .gguf(let url): try Checkpoint(gguf: url)
        }
    }

    /// How it was taught to read conversations: `chat_template.jinja`, or what `tokenizer_config.json` says.
    ///
    /// - Throws: `TokenizerError` for a template that is not ChatML, ``ChatModelError/noTemplate`` without one.
    public func chatTemplate() throws -> ChatTemplate {
        switch self {
        case .folder(let url):
            if let text = try? String(contentsOf: url.appending(path: "chat_template.jinja"), encoding: .utf8) {
                return try ChatTemplate(jinja: text)
            }
            struct Configuration: Decodable { let chat_template: String? }
            let file = try? Data(contentsOf: url.appending(path: "tokenizer_config.json"))
            let text = try file.flatMap { try JSONDecoder().decode(Configuration.self, from: $0).chat_template }
            guard let text else { throw ChatModelError.noTemplate }
            return try ChatTemplate(jinja: text)
        case .gguf(let url): return try GGUF(reading: url).chatTemplate()
        }
    }

    private func data(of url: URL) throws(ChatModelError) -> Data {
        do { return try Data(contentsOf: url, options: .mappedIfSafe) } catch {
            throw .file(path: url.path, reason: "\(error)")
        }
    }
}
