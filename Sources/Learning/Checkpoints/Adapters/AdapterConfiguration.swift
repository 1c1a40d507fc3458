public import Transformers

/// The `adapter_config.json` of PEFT: which adapters a folder holds, and of which model.
public struct AdapterConfiguration: Hashable, Sendable {
    /// What the adapters are.
    public let adapters: LowRank
    /// Where the model lay that they were made for.
    public let base: String

    /// Describes adapters of the model at a path.
    public init(_ adapters: LowRank, base: String) { (self.adapters, self.base) = (adapters, base) }

    /// Reads the bytes of an `adapter_config.json`.
    ///
    /// - Throws: ``CheckpointError`` naming what it asks for and the decoder does not have.
    public init(reading data: Data) throws(CheckpointError) {
        let file: AdapterFile
        do {
            file = try JSONDecoder().decode(AdapterFile.self, from: data)
        } catch {
            throw .json(
                file: Self.fileName, reason: "is not the JSON of adapters: \(ModelConfiguration.words(for: error))")
        }
        try file.check()
        do {
            adapters = try LowRank(rank: file.r, alpha: file.lora_alpha, targets: file.target_modules.names)
        } catch {
            throw .json(file: Self.fileName, reason: "\(error)")
        }
        base = file.base_model_name_or_path ?? ""
    }

    /// The bytes of an `adapter_config.json`.
    func json() -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Numbers, texts and lists of them can always be written.
        return try! encoder.encode(AdapterFile(self))
    }

    static let fileName = "adapter_config.json"
}

/// The keys that matter, and those that would change what is computed.
private struct AdapterFile: Codable {
    /// Names, or one text for all of them.
    struct Targets: Codable {
        let names: [String]

        init(_ names: [String]) { self.names = names }

        init(from decoder: any Swift.Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                names = text == "all-linear" ? LowRank.names : [text]
            } else {
                // PEFT may name every layer's map by its whole path; one that then lacks an adapter is missed among the tensors.
                names = try container.decode([String].self).map { String($0.split(separator: ".").last ?? "") }
            }
        }

        func encode(to encoder: any Swift.Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(names)
        }
    }

    var peft_type: String
    var task_type: String?
    var base_model_name_or_path: String?
    var r: Int
    var lora_alpha: Float
    var lora_dropout: Float?
    var target_modules: Targets
    var bias: String?
    var fan_in_fan_out: Bool?
    var inference_mode: Bool?
    var use_rslora: Bool?
    var use_dora: Bool?
    var modules_to_save: [String]?
    var layers_to_transform: Layers?
    var rank_pattern: [String: Int]?
    var alpha_pattern: [String: Float]?
    var exclude_modules: Whatever?
    var layer_replication: Whatever?
    var target_parameters: Whatever?
    var trainable_token_indices: Whatever?

    /// A value that is refused, whatever it is.
    struct Whatever: Codable {
        init(from decoder: any Swift.Decoder) throws {}
        func encode(to encoder: any Swift.Encoder) throws {}
    }

    /// A layer's number, or several.
    struct Layers: Codable {
        let numbers: [Int]

        init(from decoder: any Swift.Decoder) throws {
            let container = try decoder.singleValueContainer()
            numbers = try (try? container.decode(Int.self)).map { [$0] } ?? container.decode([Int].self)
        }

        func encode(to encoder: any Swift.Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(numbers)
        }
    }

    init(_ configuration: AdapterConfiguration) {
        peft_type = "LORA"
        task_type = "CAUSAL_LM"
        base_model_name_or_path = configuration.base
        r = configuration.adapters.rank
        lora_alpha = configuration.adapters.alpha
        lora_dropout = 0
        target_modules = Targets(configuration.adapters.targets)
        bias = "none"
        fan_in_fan_out = false
        inference_mode = true
    }

    /// Refuses what would be computed differently.
    func check() throws(CheckpointError) {
        func refuse(_ setting: String, _ value: String?, unless isKnown: Bool) throws(CheckpointError) {
            guard isKnown else { throw .unsupported(setting: setting, value: value ?? "unknown") }
        }
        try refuse("peft_type", peft_type, unless: peft_type == "LORA")
        try refuse("bias", bias, unless: bias == nil || bias == "none")
        for (setting, isOn) in [
            ("use_rslora", use_rslora), ("use_dora", use_dora), ("fan_in_fan_out", fan_in_fan_out),
        ] { try refuse(setting, "true", unless: isOn != true) }
        try refuse(
            "modules_to_save", modules_to_save?.joined(separator: ", "), unless: modules_to_save?.isEmpty ?? true)
        try refuse(
            "layers_to_transform", layers_to_transform.map { "\($0.numbers)" },
            unless: layers_to_transform?.numbers.isEmpty ?? true)
        try refuse("rank_pattern", "not empty", unless: rank_pattern?.isEmpty ?? true)
        try refuse("alpha_pattern", "not empty", unless: alpha_pattern?.isEmpty ?? true)
        for (setting, value) in [
            ("exclude_modules", exclude_modules), ("layer_replication", layer_replication),
            ("target_parameters", target_parameters), ("trainable_token_indices", trainable_token_indices),
        ] { try refuse(setting, "not null", unless: value == nil) }
    }
}
