import Foundation
import Testing
import Transformers

@testable import Checkpoints

@Suite struct ModelConfigurationTests {
    private let llama = """
        {"model_type": "llama", "vocab_size": 49152, "hidden_size": 576, "intermediate_size": 1536,
         "num_hidden_layers": 30, "num_attention_heads": 9, "num_key_value_heads": 3, "hidden_act": "silu",
         "rms_norm_eps": 1e-05, "rope_theta": 100000, "rope_scaling": null, "tie_word_embeddings": true,
         "max_position_embeddings": 8192, "eos_token_id": [2, 0], "attention_bias": false}
        """

    private func read(_ text: String) throws(CheckpointError) -> ModelConfiguration {
        try ModelConfiguration(reading: Data(text.utf8))
    }

    @Test func `the settings of a Llama are read`() throws {
        let configuration = try read(llama)
        #expect(configuration.longest == 8192)
        #expect(configuration.endTokens == [2, 0])
        #expect(
            configuration.settings
                == Decoder.Settings(
                    vocabulary: 49152, features: 576, layers: 30, heads: 9, keyValueHeads: 3, headWidth: 64,
                    feedForward: .swiGLU(hidden: 1536), norm: .rms(epsilon: 1e-5),
                    positions: .rotary(base: 100_000)))
        #expect(try ModelConfiguration(reading: configuration.json()) == configuration)
    }

    @Test func `both dialects say the same of a Qwen2`() throws {
        for name in CheckpointTests.names {
            let data = try Data(contentsOf: TinyCheckpoint.folder(name).appending(path: "config.json"))
            let configuration = try ModelConfiguration(reading: data)
            #expect(configuration.architecture == "qwen2")
            #expect(configuration.settings.positions == .rotary(base: 1_000_000))
            #expect(configuration.settings.biases == .queryKeyValue)
            #expect(configuration.settings.head == (name.contains("untied") ? .untied : .tied))
            #expect(configuration.endTokens == [299])
        }
    }

    /// What is changed in the Llama's file, and the error that it makes.
    @Test(arguments: [
        ("\"llama\"", "\"mamba\"", CheckpointError.architecture("mamba")),
        ("\"silu\"", "\"gelu\"", .unsupported(setting: "hidden_act", value: "gelu")),
        (
            "\"rope_scaling\": null", #""rope_scaling": {"rope_type": "llama3"}"#,
            .unsupported(setting: "rope_scaling.rope_type", value: "llama3")
        ),
        (
            "\"rope_scaling\": null", #""rope_parameters": {"rope_type": "yarn", "rope_theta": 1}"#,
            .unsupported(setting: "rope_parameters.rope_type", value: "yarn")
        ),
        (
            "\"num_key_value_heads\": 3", "\"num_key_value_heads\": 2",
            .unsupported(setting: "num_key_value_heads", value: "2")
        ),
        (
            "\"num_hidden_layers\": 30", "\"num_hidden_layers\": -1",
            .unsupported(setting: "num_hidden_layers", value: "-1")
        ),
        (
            "\"hidden_size\": 576,", "",
            .json(file: "config.json", reason: "is not the JSON of a model's settings: it lacks hidden_size")
        ),
        (
            "\"hidden_size\": 576", "\"hidden_size\": \"large\"",
            .json(file: "config.json", reason: "is not the JSON of a model's settings: see hidden_size")
        ),
    ])
    func `what the decoder does not have is refused by name`(old: String, new: String, error: CheckpointError) {
        #expect(throws: error) { try read(llama.replacing(old, with: new)) }
    }
}
