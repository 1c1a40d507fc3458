public import Transformers

/// What `config.json` says of a model, in the dialects of transformers 4 and 5.
public struct ModelConfiguration: Hashable, Sendable {
    /// `qwen2` or `llama`.
    public var architecture: String
    /// What the decoder is made of.
    public var settings: Decoder.Settings
    /// The longest sequence that the model was trained for.
    public var longest: Int
    /// The tokens that end a text; there may be several, or none.
    public var endTokens: [Int]

    /// Describes a model of these settings.
    public init(architecture: String, settings: Decoder.Settings, longest: Int, endTokens: [Int]) {
        self.architecture = architecture
        self.settings = settings
        self.longest = longest
        self.endTokens = endTokens
    }
}

extension ModelConfiguration {
    /// Reads the bytes of a `config.json`.
    ///
    /// - Throws: ``CheckpointError`` naming an architecture or a setting that the decoder does not have.
    public init(reading data: Data) throws(CheckpointError) {
        let file: ConfigurationFile
        do {
            file = try JSONDecoder().decode(ConfigurationFile.self, from: data)
        } catch {
            throw .json(file: "config.json", reason: "is not the JSON of a model's settings: \(Self.words(for: error))")
        }
        guard ["qwen2", "llama"].contains(file.model_type) else { throw .architecture(file.model_type) }
        try file.check()
        let isQwen = file.model_type == "qwen2"
        var biases: Decoder.Settings.Biases = isQwen || file.attention_bias == true ? .queryKeyValue : []
        if !isQwen, file.attention_bias == true { biases.insert(.attentionOutput) }
        if !isQwen, file.mlp_bias == true { biases.insert(.feedForward) }
        architecture = file.model_type
        settings = Decoder.Settings(
            vocabulary: file.vocab_size, features: file.hidden_size, layers: file.num_hidden_layers,
            heads: file.num_attention_heads, keyValueHeads: file.num_key_value_heads, headWidth: file.head_dim,
            feedForward: .swiGLU(hidden: file.intermediate_size), norm: .rms(epsilon: file.rms_norm_eps ?? 1e-6),
            positions: .rotary(base: file.rope_parameters?.rope_theta ?? file.rope_theta ?? 10_000), biases: biases,
            head: file.tie_word_embeddings == true ? .tied : .untied)
        longest = file.max_position_embeddings ?? 2048
        endTokens = file.eos_token_id?.tokens ?? []
    }

    static func words(for error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "it lacks \(key.stringValue)"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "it can not be parsed" : "see \(context.codingPath.map(\.stringValue).joined(separator: ": "))"
        default: "\(error)"
        }
    }

    /// The bytes of a `config.json`, in the dialect that both versions of transformers read.
    func json() -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        // Numbers, texts and lists of them can always be written.
        return try! encoder.encode(ConfigurationFile(self))
    }
}

/// The keys of a `config.json` that matter, and those that would change what the model computes.
private struct ConfigurationFile: Codable {
    struct Rope: Codable {
        var rope_theta: Double?
        var rope_type: String?
    }

    /// A token, or a list of them.
    struct Tokens: Codable {
        var tokens: [Int]

        init(_ tokens: [Int]) { self.tokens = tokens }

        init(from decoder: any Swift.Decoder) throws {
            let container = try decoder.singleValueContainer()
            tokens = try (try? container.decode(Int.self)).map { [$0] } ?? container.decode([Int].self)
        }

        func encode(to encoder: any Swift.Encoder) throws {
            var container = encoder.singleValueContainer()
            if tokens.count == 1 { try container.encode(tokens[0]) } else { try container.encode(tokens) }
        }
    }

    var architectures: [String]?
    var model_type: String
    var vocab_size: Int
    var hidden_size: Int
    var intermediate_size: Int
    var num_hidden_layers: Int
    var num_attention_heads: Int
    var num_key_value_heads: Int?
    var head_dim: Int?
    var hidden_act: String?
    var rms_norm_eps: Float?
    var rope_theta: Double?
    var rope_parameters: Rope?
    var rope_scaling: Rope?
    var tie_word_embeddings: Bool?
    var attention_bias: Bool?
    var mlp_bias: Bool?
    var use_sliding_window: Bool?
    var max_position_embeddings: Int?
    var eos_token_id: Tokens?
    var torch_dtype: String?

    /// Refuses what the decoder would compute differently, and sizes that no model has.
    func check() throws(CheckpointError) {
        let sizes = [
            ("vocab_size", vocab_size), ("hidden_size", hidden_size), ("intermediate_size", intermediate_size),
            ("num_hidden_layers", num_hidden_layers), ("num_attention_heads", num_attention_heads),
            ("num_key_value_heads", num_key_value_heads ?? 1), ("head_dim", head_dim ?? 2),
        ]
        for (name, size) in sizes where size < 1 || size > 1 << 24 {
            throw .unsupported(setting: name, value: "\(size)")
        }
        if let hidden_act, hidden_act != "silu" { throw .unsupported(setting: "hidden_act", value: hidden_act) }
        if use_sliding_window == true { throw .unsupported(setting: "use_sliding_window", value: "true") }
        for (name, rope) in [("rope_parameters", rope_parameters), ("rope_scaling", rope_scaling)] {
            guard let rope, rope.rope_type != "default" else { continue }
            guard name == "rope_scaling" || rope.rope_type != nil else { continue }
            throw .unsupported(setting: "\(name).rope_type", value: rope.rope_type ?? "unknown")
        }
        for (name, number) in [
            ("rms_norm_eps", rms_norm_eps.map(Double.init)), ("rope_theta", rope_theta),
            ("rope_parameters.rope_theta", rope_parameters?.rope_theta),
        ] {
            if let number, !(0 <= number && number <= 1e30) || name.hasSuffix("theta") && number == 0 {
                throw .unsupported(setting: name, value: "\(number)")
            }
        }
        guard num_attention_heads.isMultiple(of: num_key_value_heads ?? num_attention_heads) else {
            throw .unsupported(setting: "num_key_value_heads", value: "\(num_key_value_heads ?? 0)")
        }
        let width = head_dim ?? hidden_size / num_attention_heads
        guard width > 0, width.isMultiple(of: 2) else { throw .unsupported(setting: "head_dim", value: "\(width)") }
    }

    init(_ configuration: ModelConfiguration) {
        let settings = configuration.settings
        model_type = configuration.architecture
        architectures = [model_type == "qwen2" ? "Qwen2ForCausalLM" : "LlamaForCausalLM"]
        vocab_size = settings.vocabulary
        hidden_size = settings.features
        intermediate_size = settings.hidden
        num_hidden_layers = settings.layers
        num_attention_heads = settings.heads
        num_key_value_heads = settings.keyValueHeads
        head_dim = settings.headWidth
        hidden_act = "silu"
        if case .rms(let epsilon) = settings.norm { rms_norm_eps = epsilon }
        if case .rotary(let base) = settings.positions { rope_theta = base }
        tie_word_embeddings = settings.head == .tied
        if model_type == "llama" {
            attention_bias = settings.biases.contains(.queryKeyValue)
            mlp_bias = settings.biases.contains(.feedForward)
        }
        max_position_embeddings = configuration.longest
        eos_token_id = configuration.endTokens.isEmpty ? nil : Tokens(configuration.endTokens)
        torch_dtype = "float32"
    }
}
