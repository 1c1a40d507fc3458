import Transformers

extension ModelConfiguration {
    /// What a file says of its model.
    init(of file: GGUF) throws(GGUFError) {
        let architecture = try file.text("general.architecture")
        guard ["llama", "qwen2"].contains(architecture) else { throw .architecture(architecture) }
        let heads = try file.integer("\(architecture).attention.head_count")
        func optional(_ key: String) throws(GGUFError) -> Int? {
            file.metadata["\(architecture).\(key)"] == nil ? nil : try file.integer("\(architecture).\(key)")
        }
        let features = try file.integer("\(architecture).embedding_length")
        guard let table = file.tensors["token_embd.weight"]?.shape, table.count == 2 else {
            throw .missing("token_embd.weight")
        }
        let base =
            file.metadata["\(architecture).rope.freq_base"] == nil
            ? 10_000 : try file.number("\(architecture).rope.freq_base")
        let width = try optional("attention.key_length")
        let settings = Decoder.Settings(
            vocabulary: table[0], features: features, layers: try file.integer("\(architecture).block_count"),
            heads: heads, keyValueHeads: try optional("attention.head_count_kv"), headWidth: width,
            feedForward: .swiGLU(hidden: try file.integer("\(architecture).feed_forward_length")),
            norm: .rms(epsilon: Float(try file.number("\(architecture).attention.layer_norm_rms_epsilon"))),
            positions: .rotary(base: base), biases: architecture == "qwen2" ? .queryKeyValue : [],
            head: file.tensors["output.weight"] == nil ? .tied : .untied)
        try Self.check(settings)
        let end =
            file.metadata["tokenizer.ggml.eos_token_id"] == nil ? nil : try file.integer("tokenizer.ggml.eos_token_id")
        self.init(
            architecture: architecture, settings: settings, longest: try optional("context_length") ?? 2048,
            endTokens: end.map { [$0] } ?? [])
    }

    /// Refuses sizes of which no decoder can be made.
    private static func check(_ settings: Decoder.Settings) throws(GGUFError) {
        let sizes = [
            ("heads", settings.heads), ("heads of keys and values", settings.keyValueHeads),
            ("the width of a head", settings.headWidth), ("layers", settings.layers), ("features", settings.features),
            ("hidden units", settings.hidden), ("tokens", settings.vocabulary),
        ]
        for (what, size) in sizes where size < 1 || size > 1 << 24 {
            throw .implausible(what: what, value: UInt64(bitPattern: Int64(size)), limit: 1 << 24)
        }
        guard case .rms(let epsilon) = settings.norm, 0 <= epsilon, epsilon.isFinite else {
            throw .kind(key: "attention.layer_norm_rms_epsilon")
        }
        guard case .rotary(let base) = settings.positions, 0 < base, base.isFinite else {
            throw .kind(key: "rope.freq_base")
        }
        guard settings.heads.isMultiple(of: settings.keyValueHeads) else {
            throw .implausible(
                what: "heads of keys and values", value: UInt64(settings.keyValueHeads), limit: UInt64(settings.heads))
        }
        guard settings.headWidth.isMultiple(of: 2) else {
            throw .unsupported(what: "odd width of a head", value: UInt32(settings.headWidth))
        }
    }
}
