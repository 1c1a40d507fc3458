import Autodiff
import DeterministicMath
import Foundation
import TestSupport
import Testing
import Transformers

@testable import Checkpoints

/// The tiny checkpoints of `Fixtures/language`, whose README says where their reference comes from.
struct TinyCheckpoint: Decodable {
    struct Case: Decodable {
        var prompt_ids: [Int]
        var completion_ids: [Int]
        var last_prompt_logits_f64: [Double]
        var completion_logprobs_f64: [Double]
        var logit_sum_all_positions_f64: Double
        var greedy24_ids: [Int]
    }

    var parameters: Int
    var cases: [Case]

    static func folder(_ name: String) -> URL {
        Repository.file("Tests/Learning/CheckpointsTests/Fixtures/language/\(name)")
    }

    static func recorded(_ name: String) throws -> TinyCheckpoint {
        struct Names: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }
        struct File: Decodable {
            var checkpoints: [String: TinyCheckpoint] = [:]
            init(from decoder: any Swift.Decoder) throws {
                let container = try decoder.container(keyedBy: Names.self)
                for key in container.allKeys where key.stringValue.hasPrefix("tiny") {
                    checkpoints[key.stringValue] = try container.decode(TinyCheckpoint.self, forKey: key)
                }
            }
        }
        let data = try Data(contentsOf: folder("tiny-logits.json"))
        return try #require(try JSONDecoder().decode(File.self, from: data).checkpoints[name])
    }
}

@Suite struct CheckpointTests {
    static let names = ["tiny-qwen2-tied", "tiny-qwen2-untied-sharded"]

    @Test(arguments: names) func `logits, log-probabilities and greedy tokens are the reference's`(
        name: String
    ) async throws {
        let checkpoint = try Checkpoint(folder: TinyCheckpoint.folder(name))
        let recorded = try TinyCheckpoint.recorded(name)
        let (decoder, parameters) = (checkpoint.decoder, checkpoint.parameters)
        #expect(parameters.count == recorded.parameters)
        for expected in recorded.cases {
            let group = TokenGroup(prompt: expected.prompt_ids, completions: [expected.completion_ids])
            let tape = Tape(parameters, recording: false)
            let prompt = TokenBatch([TokenGroup(prompt: expected.prompt_ids, completions: [])])
            let logits = decoder.logits(decoder(prompt, on: tape), on: tape).values
            let last = logits.suffix(decoder.settings.vocabulary)
            #expect(zip(last, expected.last_prompt_logits_f64).allSatisfy { abs(Double($0) - $1) < 3e-5 })
            let logProbabilities = decoder.logProbabilities(TokenBatch([group]), with: parameters)
            #expect(
                zip(logProbabilities, expected.completion_logprobs_f64).allSatisfy { abs(Double($0) - $1) < 3e-5 })
            var unused = SplitMix64(seed: 1)
            let greedy = await decoder.completions(
                of: [expected.prompt_ids], each: 1, limit: 24, stops: Set(checkpoint.configuration.endTokens),
                sampler: .greedy, with: parameters, using: &unused)
            #expect(greedy[0][0].tokens == expected.greedy24_ids)
        }
    }

    @Test(arguments: names) func `a written folder is read again, bit by bit`(name: String) throws {
        let checkpoint = try Checkpoint(folder: TinyCheckpoint.folder(name))
        let folder = FileManager.default.temporaryDirectory.appending(path: "weave-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try checkpoint.write(folder: folder)
        let again = try Checkpoint(folder: folder)
        #expect(again.configuration == checkpoint.configuration)
        for parameter in checkpoint.parameters.all {
            #expect(again.parameters[parameter] == checkpoint.parameters[parameter])
        }
    }

    /// A copy of the sharded folder, changed.
    private func changed(_ change: (URL) throws -> Void) throws -> CheckpointError? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "weave-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: TinyCheckpoint.folder("tiny-qwen2-untied-sharded"), to: folder)
        try change(folder)
        do {
            _ = try Checkpoint(folder: folder)
            return nil
        } catch {
            return error
        }
    }

    private func replace(_ old: String, by new: String, in file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(old))
        try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
    }

    @Test func `what does not fit the configuration is named`() throws {
        let shape = try changed {
            try replace(
                "\"intermediate_size\": 32", by: "\"intermediate_size\": 33", in: $0.appending(path: "config.json"))
        }
        #expect(
            shape == .shape(tensor: "model.layers.0.mlp.gate_proj.weight", found: [32, 32], expected: [33, 32]))
        let missing = try changed {
            try replace(
                "\"num_hidden_layers\": 2", by: "\"num_hidden_layers\": 3", in: $0.appending(path: "config.json"))
        }
        #expect(missing == .missing(tensor: "model.layers.2.input_layernorm.weight"))
        let unknown = try changed {
            try replace(
                "\"num_hidden_layers\": 2", by: "\"num_hidden_layers\": 1", in: $0.appending(path: "config.json"))
        }
        #expect(unknown == .unknown(tensor: "model.layers.1.input_layernorm.weight"))
    }

    @Test func `a folder that lacks a file, or an index that leaves the folder, is an error`() throws {
        let shard = try changed {
            try FileManager.default.removeItem(at: $0.appending(path: "model-00002-of-00003.safetensors"))
        }
        guard case .safetensors(.file(let path, "No such file or directory")) = shard else {
            Issue.record("\(String(describing: shard))")
            return
        }
        #expect(path.hasSuffix("model-00002-of-00003.safetensors"))
        let outside = try changed {
            try replace(
                "model-00002-of-00003", by: "../model-00002-of-00003",
                in: $0.appending(path: "model.safetensors.index.json"))
        }
        #expect(
            outside
                == .json(
                    file: "model.safetensors.index.json",
                    reason: "names ../model-00002-of-00003.safetensors, which is no file of the folder"))
    }
}
