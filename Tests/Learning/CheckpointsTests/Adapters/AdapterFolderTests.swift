import Autodiff
import DeterministicMath
import Foundation
import TestSupport
import Testing
import Transformers

@testable import Checkpoints

/// Adapters in PEFT's layout.
struct AdapterFolderTests {
    private static func checkpoint(_ name: String = "tiny-qwen2-tied") throws -> Checkpoint {
        try Checkpoint(folder: Repository.file("Tests/Learning/CheckpointsTests/Fixtures/language/\(name)"))
    }

    /// A model with adapters that have learnt something.
    private static func adapted(
        _ checkpoint: Checkpoint, rank: Int = 2
    ) throws -> (decoder: Decoder, parameters: Parameters) {
        var parameters = Parameters(above: checkpoint.parameters)
        var generator = Xoshiro256StarStar(seed: 5)
        let decoder = try checkpoint.decoder.adapted(
            LowRank(rank: rank, alpha: 3, targets: ["down_proj", "q_proj"]), in: &parameters, using: &generator)
        for parameter in parameters.all {
            parameters[parameter].values = (0..<parameter.shape.count).map { _ in Float(generator.normal()) }
        }
        return (decoder, parameters)
    }

    private static func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "adapters-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func `written adapters are read again, bit by bit`() throws {
        let checkpoint = try Self.checkpoint()
        let (decoder, parameters) = try Self.adapted(checkpoint)
        try Self.withFolder { folder in
            try AdapterFolder(folder).write(decoder, parameters, base: "models/tiny")
            #expect(AdapterFolder(folder).holdsAdapters)
            #expect(try AdapterFolder(folder).configuration().base == "models/tiny")
            let again = try AdapterFolder(folder).read(for: checkpoint.decoder, checkpoint.parameters)
            #expect(again.decoder.adapters == decoder.adapters)
            for parameter in parameters.all { #expect(again.parameters[parameter] == parameters[parameter]) }
        }
    }

    @Test func `files have PEFT's names, and weights lie as outputs × inputs`() throws {
        let checkpoint = try Self.checkpoint()
        let (decoder, parameters) = try Self.adapted(checkpoint)
        try Self.withFolder { folder in
            try AdapterFolder(folder).write(decoder, parameters, base: "models/tiny")
            let json = try JSONSerialization.jsonObject(
                with: Data(contentsOf: folder.appending(path: "adapter_config.json")))
            let keys = try #require(json as? [String: Any])
            #expect(keys["peft_type"] as? String == "LORA" && keys["task_type"] as? String == "CAUSAL_LM")
            #expect(keys["r"] as? Int == 2 && keys["lora_alpha"] as? Double == 3 && keys["bias"] as? String == "none")
            #expect(keys["target_modules"] as? [String] == ["down_proj", "q_proj"])
            let file = try Safetensors(reading: folder.appending(path: "adapter_model.safetensors"))
            let name = "base_model.model.model.layers.1.mlp.down_proj.lora_A.weight"
            #expect(file.tensorNames.contains(name) && file.tensorNames.count == parameters.all.count)
            let parameter = try #require(parameters.all.first { name.hasSuffix($0.name) })
            #expect(file.shape(of: name) == parameter.shape.lengths.reversed())
            var turned = [Float](repeating: 0, count: parameter.shape.count)
            try turned.withUnsafeMutableBufferPointer { try file.read(0..<2, of: name, into: $0) }
            let inputs = parameter.shape.rows
            #expect(turned[inputs + 3] == parameters[parameter].values[3 * 2 + 1])
        }
    }

    @Test func `adapters of another model are refused`() throws {
        let checkpoint = try Self.checkpoint()
        let (decoder, parameters) = try Self.adapted(checkpoint)
        try Self.withFolder { folder in
            try AdapterFolder(folder).write(decoder, parameters, base: "models/tiny")
            var other = checkpoint.parameters
            other[other.all[0]].values[0] += 1
            #expect {
                try AdapterFolder(folder).read(for: checkpoint.decoder, other)
            } throws: { error in
                guard case .otherBase(_, "models/tiny", let digest, let found) = error as? CheckpointError else {
                    return false
                }
                return digest != found && "\(error)".contains("another model, models/tiny")
            }
            let shapes = try Self.checkpoint("tiny-qwen2-untied-sharded")
            #expect(throws: CheckpointError.self) {
                try AdapterFolder(folder).read(for: shapes.decoder, shapes.parameters)
            }
        }
    }

    @Test(arguments: [
        (#""peft_type": "IA3""#, CheckpointError.unsupported(setting: "peft_type", value: "IA3")),
        (#""use_dora": true"#, .unsupported(setting: "use_dora", value: "true")),
        (#""use_rslora": true"#, .unsupported(setting: "use_rslora", value: "true")),
        (#""bias": "all""#, .unsupported(setting: "bias", value: "all")),
        (#""modules_to_save": ["lm_head"]"#, .unsupported(setting: "modules_to_save", value: "lm_head")),
        (#""layers_to_transform": 1"#, .unsupported(setting: "layers_to_transform", value: "[1]")),
        (#""rank_pattern": {"q_proj": 2}"#, .unsupported(setting: "rank_pattern", value: "not empty")),
        (#""exclude_modules": ["q_proj"]"#, .unsupported(setting: "exclude_modules", value: "not null")),
        (
            #""r": 0"#,
            .json(file: "adapter_config.json", reason: "an adapter's rank is 0; it must be at least 1")
        ),
        (
            #""target_modules": ["q_proj", "embed_tokens"]"#,
            .json(file: "adapter_config.json", reason: "\(LowRankError.target("embed_tokens"))")
        ),
        (
            #""lora_alpha": "many""#,
            .json(file: "adapter_config.json", reason: "is not the JSON of adapters: see lora_alpha")
        ),
    ])
    func `what would be computed differently is an error with its name`(key: String, error: CheckpointError) {
        let name = key.prefix { $0 != ":" }
        let keys = [
            #""peft_type": "LORA""#, #""r": 4"#, #""lora_alpha": 8"#, #""target_modules": "all-linear""#,
        ].filter { !$0.hasPrefix(name) }
        let json = "{" + (keys + [key]).joined(separator: ", ") + "}"
        #expect(throws: error) { try AdapterConfiguration(reading: Data(json.utf8)) }
    }

    @Test func `all linear maps may be meant by one word`() throws {
        let json = #"{"peft_type": "LORA", "r": 4, "lora_alpha": 8, "target_modules": "all-linear"}"#
        let configuration = try AdapterConfiguration(reading: Data(json.utf8))
        #expect(configuration.adapters.targets == LowRank.names && configuration.base.isEmpty)
    }

    @Test func `maps may be named by their paths in every layer`() throws {
        let json = """
            {"peft_type": "LORA", "r": 4, "lora_alpha": 8, "exclude_modules": null,
             "target_modules": ["model.layers.0.mlp.up_proj", "model.layers.1.mlp.up_proj", "q_proj"]}
            """
        #expect(try AdapterConfiguration(reading: Data(json.utf8)).adapters.targets == ["q_proj", "up_proj"])
    }
}
