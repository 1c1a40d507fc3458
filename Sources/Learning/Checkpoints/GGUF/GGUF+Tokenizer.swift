public import Tokenizers

extension GGUF {
    /// The tokenizer that the file describes.
    ///
    /// - Throws: ``GGUFError`` if a key is missing, `TokenizerError` if it describes one that is not known.
    public func tokenizer() throws -> Tokenizer {
        let model = try text("tokenizer.ggml.model")
        guard model == "gpt2" else {
            throw TokenizerError.unsupported(what: "tokenizer (tokenizer.ggml.model)", value: model)
        }
        return try Tokenizer(
            ggufTokens: texts("tokenizer.ggml.tokens"), types: integers("tokenizer.ggml.token_type"),
            merges: texts("tokenizer.ggml.merges"), preTokenizer: PreTokenizer(ggufName: text("tokenizer.ggml.pre")))
    }

    /// The way in which the model was taught to read conversations.
    public func chatTemplate() throws -> ChatTemplate { try ChatTemplate(jinja: text("tokenizer.chat_template")) }
}
