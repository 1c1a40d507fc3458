extension GGUF {
    /// A tensor under the name that Hugging Face's checkpoints give it, and how its rows lie.
    public struct NamedTensor: Hashable, Sendable {
        /// The name, such as `model.layers.0.self_attn.q_proj.weight`.
        public let name: String
        /// The tensor in the file.
        public let tensor: Tensor
        /// In how many heads the rows of each half are woven into each other; nil if they lie as usual.
        let interleavedHeads: Int?
    }

    /// All tensors of a llama or qwen2 file under Hugging Face's names, in the order of those.
    ///
    /// - Throws: ``GGUFError`` for another architecture, or a tensor that these do not have.
    public func namedTensors() throws(GGUFError) -> [NamedTensor] {
        let architecture = try text("general.architecture")
        guard ["llama", "qwen2"].contains(architecture) else { throw .architecture(architecture) }
        let heads = try integer("\(architecture).attention.head_count")
        let keyHeads =
            metadata["\(architecture).attention.head_count_kv"] == nil
            ? heads : try integer("\(architecture).attention.head_count_kv")
        var named: [NamedTensor] = []
        for tensor in tensors.values {
            // The frequencies of the rotation follow from the settings.
            if tensor.name == "rope_freqs.weight" { continue }
            guard let name = Self.name(of: tensor.name) else { throw .tensor(tensor.name) }
            var interleaved: Int?
            if architecture == "llama" {
                if tensor.name.contains(".attn_q.") { interleaved = heads }
                if tensor.name.contains(".attn_k.") { interleaved = keyHeads }
            }
            if let interleaved, interleaved == 0 || !(tensor.shape.first ?? 0).isMultiple(of: 2 * interleaved) {
                throw .shape(tensor: tensor.name, found: tensor.shape, expected: [2 * interleaved])
            }
            named.append(NamedTensor(name: name, tensor: tensor, interleavedHeads: interleaved))
        }
        return named.sorted { $0.name < $1.name }
    }

    /// The numbers of a tensor, its rows in the order of Hugging Face's checkpoints.
    public func floats(of named: NamedTensor) -> [Float] {
        let rows = named.tensor.shape.first ?? 1
        let width = named.tensor.count / max(1, rows)
        return [Float](unsafeUninitializedCapacity: named.tensor.count) { floats, count in
            for row in 0..<rows {
                readRow(
                    row, of: named,
                    into: UnsafeMutableBufferPointer(rebasing: floats[row * width..<(row + 1) * width]))
            }
            count = rows * width
        }
    }

    /// Writes one row's numbers; a row is a whole number of blocks.
    ///
    /// A llama file has the two halves of each head's rows interleaved: row i of the first half is row 2i there, row i of the
    /// second 2i + 1.
    func readRow(_ row: Int, of named: NamedTensor, into floats: UnsafeMutableBufferPointer<Float>) {
        var source = row
        if let heads = named.interleavedHeads, let rows = named.tensor.shape.first {
            let half = rows / heads / 2
            let (head, place) = row.quotientAndRemainder(dividingBy: 2 * half)
            let (part, i) = place.quotientAndRemainder(dividingBy: half)
            source = head * 2 * half + 2 * i + part
        }
        read(named.tensor, from: source * floats.count, into: floats)
    }

    private static func name(of name: String) -> String? {
        switch name {
        case "token_embd.weight": return "model.embed_tokens.weight"
        case "output_norm.weight": return "model.norm.weight"
        case "output.weight": return "lm_head.weight"
        default: break
        }
        let parts = name.split(separator: ".")
        guard parts.count == 4, parts[0] == "blk", let layer = Int(parts[1]), let part = Self.parts[String(parts[2])],
            parts[3] == "weight" || parts[3] == "bias"
        else { return nil }
        return "model.layers.\(layer).\(part).\(parts[3])"
    }

    private static let parts = [
        "attn_norm": "input_layernorm", "attn_q": "self_attn.q_proj", "attn_k": "self_attn.k_proj",
        "attn_v": "self_attn.v_proj", "attn_output": "self_attn.o_proj", "ffn_norm": "post_attention_layernorm",
        "ffn_gate": "mlp.gate_proj", "ffn_up": "mlp.up_proj", "ffn_down": "mlp.down_proj",
    ]
}
