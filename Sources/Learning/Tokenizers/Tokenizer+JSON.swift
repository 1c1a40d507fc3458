extension Tokenizer {
    /// Reads the `tokenizer.json` of a checkpoint, in which merges are pairs or texts with a space.
    ///
    /// - Throws: ``TokenizerError``; whatever would change token numbers and is not known is refused by name.
    public init(readingJSON data: Data) throws(TokenizerError) {
        let file: TokenizerFile
        do {
            file = try JSONDecoder().decode(TokenizerFile.self, from: data)
        } catch {
            throw .unreadable("\(error)")
        }
        guard file.model.type == "BPE" else { throw .unsupported(what: "model", value: file.model.type) }
        if let option = file.model.unsupportedOption { throw .unsupported(what: "option of the model", value: option) }
        if let odd = file.added_tokens?.first(where: { $0.lstrip || $0.rstrip || $0.single_word }) {
            throw .unsupported(what: "added token that takes white space or words", value: odd.content)
        }
        try self.init(
            tokens: file.model.vocab.map { (text: $0.key, id: $0.value) }.sorted { $0.id < $1.id },
            pairs: file.model.merges.map { ($0.left, $0.right) },
            added: (file.added_tokens ?? []).map { AddedToken(id: $0.id, text: $0.content, isSpecial: $0.special) },
            preTokenizer: try file.pre_tokenizer.known, isNormalized: try file.isNormalized)
    }

    /// The tokenizer that the metadata of a GGUF file describes.
    ///
    /// - Parameters:
    ///   - tokens: `tokenizer.ggml.tokens`.
    ///   - types: `tokenizer.ggml.token_type`: 1 normal, 3 control, 4 user defined.
    ///   - merges: `tokenizer.ggml.merges`, with a space between the parts.
    ///   - preTokenizer: see ``PreTokenizer/init(ggufName:)``.
    public init(
        ggufTokens tokens: [String], types: [Int], merges: [String], preTokenizer: PreTokenizer
    ) throws(TokenizerError) {
        guard types.count == tokens.count else {
            throw .unreadable("\(tokens.count) tokens with \(types.count) types")
        }
        var (ordinary, added): ([(text: String, id: Int)], [AddedToken]) = ([], [])
        for (id, (token, type)) in zip(tokens, types).enumerated() {
            switch type {
            case 1: ordinary.append((token, id))
            case 3, 4: added.append(AddedToken(id: id, text: token, isSpecial: type == 3))
            default: throw .unsupported(what: "type of token '\(token)'", value: String(type))
            }
        }
        var pairs: [(left: String, right: String)] = []
        for (rank, merge) in merges.enumerated() {
            guard let pair = MergePair(merge) else { throw .merge(merge, number: rank + 1) }
            pairs.append((pair.left, pair.right))
        }
        try self.init(
            tokens: ordinary, pairs: pairs, added: added, preTokenizer: preTokenizer,
            // Qwen2 brings text into NFC; its GGUF files do not say so.
            isNormalized: preTokenizer == .qwen2)
    }
}
