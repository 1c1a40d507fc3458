import Transformers

/// The tensors of a GGUF file as a checkpoint has them.
struct GGUFTensors: TensorSource {
    private let file: GGUF
    private let tensors: [String: GGUF.NamedTensor]

    init(_ file: GGUF) throws(GGUFError) {
        self.file = file
        var tensors: [String: GGUF.NamedTensor] = [:]
        for tensor in try file.namedTensors() { tensors[tensor.name] = tensor }
        self.tensors = tensors
    }

    var tensorNames: [String] { tensors.keys.sorted() }

    func shape(of name: String) -> [Int]? { tensors[name]?.tensor.shape }

    func read(
        _ rows: Range<Int>, of name: String, into floats: UnsafeMutableBufferPointer<Float>
    ) throws(CheckpointError) {
        guard let named = tensors[name] else { throw .missing(tensor: name) }
        let width = named.tensor.count / max(1, named.tensor.shape.first ?? 1)
        for (place, row) in rows.enumerated() {
            file.readRow(
                row, of: named,
                into: UnsafeMutableBufferPointer(rebasing: floats[place * width..<(place + 1) * width]))
        }
    }
}

extension GGUF {
    /// What the file says of the model.
    func configuration() throws(GGUFError) -> ModelConfiguration {
        let architecture = try text("general.architecture")
        guard ["llama", "qwen2"].contains(architecture) else { throw .architecture(architecture) }
        let heads = try integer("\(architecture).attention.head_count")
        func optional(_ key: String) throws(GGUFError) -> Int? {
            metadata["\(architecture).\(key)"] == nil ? nil : try integer("\(architecture).\(key)")
        }
        let features = try integer("\(architecture).embedding_length")
        guard let table = tensors["token_embd.weight"]?.shape, table.count == 2 else {
            throw .missing("token_embd.weight")
        }
        let base =
            metadata["\(architecture).rope.freq_base"] == nil
            ? 10_000 : try number("\(architecture).rope.freq_base")
        let width = try optional("attention.key_length")
        let settings = Decoder.Settings(
            vocabulary: table[0], features: features, layers: try integer("\(architecture).block_count"),
            heads: heads, keyValueHeads: try optional("attention.head_count_kv"), headWidth: width,
            feedForward: .swiGLU(hidden: try integer("\(architecture).feed_forward_length")),
            norm: .rms(epsilon: Float(try number("\(architecture).attention.layer_norm_rms_epsilon"))),
            positions: .rotary(base: base), biases: architecture == "qwen2" ? .queryKeyValue : [],
            head: tensors["output.weight"] == nil ? .tied : .untied)
        try check(settings)
        let end = metadata["tokenizer.ggml.eos_token_id"] == nil ? nil : try integer("tokenizer.ggml.eos_token_id")
        return ModelConfiguration(
            architecture: architecture, settings: settings, longest: try optional("context_length") ?? 2048,
            endTokens: end.map { [$0] } ?? [])
    }

    /// Refuses sizes of which no decoder can be made.
    private func check(_ settings: Decoder.Settings) throws(GGUFError) {
        let sizes = [
            ("heads", settings.heads), ("heads of keys and values", settings.keyValueHeads),
            ("the width of a head", settings.headWidth), ("layers", settings.layers), ("features", settings.features),
            ("hidden units", settings.hidden), ("tokens", settings.vocabulary),
        ]
        for (what, size) in sizes where size < 1 || size > 1 << 24 {
            throw .implausible(what: what, value: UInt64(bitPattern: Int64(size)), limit: 1 << 24)
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
