import Checkpoints
import Tokenizers

/// The files of a checkpoint beside its numbers: what its tokenizer is and how it reads conversations. A model that is written takes
/// them along.
struct CheckpointTexts: Sendable {
    private let files: [String: Data]

    /// What a folder has of them, or what a GGUF file says in their place.
    init(of source: CheckpointFiles) throws {
        switch source {
        case .folder(let folder):
            let names = [
                "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "chat_template.jinja",
                "generation_config.json", "vocab.json", "merges.txt",
            ]
            var files: [String: Data] = [:]
            for name in names { files[name] = try? Data(contentsOf: folder.appending(path: name)) }
            self.files = files
        case .gguf(let url):
            let file = try GGUF(reading: url)
            files = [
                "tokenizer.json": try GGUFTokenizerFile(file).json(),
                "tokenizer_config.json": try GGUFTokenizerConfiguration(file).json(),
                "chat_template.jinja": Data(try file.text("tokenizer.chat_template").utf8),
            ]
        }
    }

    /// Writes them, each whole or not at all.
    func write(to folder: URL) throws {
        for (name, data) in files.sorted(by: { $0.key < $1.key }) {
            try data.write(to: folder.appending(path: name), options: .atomic)
        }
    }
}

extension CheckpointFiles {
    /// Writes all but the numbers and `config.json` into a folder that is there: tokenizer and template, as transformers reads them.
    public func writeTexts(to path: String) throws { try CheckpointTexts(of: self).write(to: URL(filePath: path)) }
}
