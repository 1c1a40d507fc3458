import Autodiff
import DeterministicMath
import Foundation
import TestSupport
import Testing
import Tokenizers
import Transformers

@testable import Checkpoints

/// Damaged and hostile files: every one of them is an error of the reader's own, or is read; none is a crash.
///
/// `FUZZ=100000 swift test --filter HostileFilesTests` makes so many of each kind.
struct HostileFilesTests {
    private static let rounds = ProcessInfo.processInfo.environment["FUZZ"].flatMap(Int.init) ?? 1000
    private static let folder = Repository.file("Tests/Learning/CheckpointsTests/Fixtures/language/tiny-qwen2-tied")

    /// Reads damaged copies of a file; `read` throws an error of type `Failure`, or nothing.
    ///
    /// - Returns: how many were refused, and how many read.
    @discardableResult private func damage<Failure: Error>(
        _ data: Data, header: Int, seed: UInt64, _ failure: Failure.Type, _ read: (Data) throws -> Void
    ) -> (refused: Int, read: Int) {
        var mutation = Mutation(seed: seed)
        var counts = (refused: 0, read: 0)
        for round in 0..<Self.rounds {
            do {
                try read(mutation(data, header: header))
                counts.read += 1
            } catch is Failure {
                counts.refused += 1
            } catch {
                Issue.record("round \(round) of seed \(seed): \(error) is a \(type(of: error))")
            }
        }
        #expect(counts.refused > Self.rounds / 4 && counts.read > 0, "\(counts)")
        return counts
    }

    /// The sum of what is read: all numbers of all tensors.
    private static func readAll(_ source: some TensorSource) throws {
        for name in source.tensorNames {
            guard let shape = source.shape(of: name), shape.count == 2, shape.allSatisfy({ (1...1 << 12).contains($0) })
            else { continue }
            var numbers = [Float](repeating: 0, count: shape[0] * shape[1])
            try numbers.withUnsafeMutableBufferPointer { try source.read(0..<shape[0], of: name, into: $0) }
        }
    }

    @Test func `a damaged safetensors file is refused or read`() {
        var parameters = Parameters()
        var generator = Xoshiro256StarStar(seed: 1)
        for name in ["a", "model.layers.0.weight", "ü"] {
            _ = parameters.add(name, [3, 5], .uniform(bound: 1), using: &generator)
        }
        let bytes = Data(parameters.safetensors())
        let header = bytes.count - 3 * 60
        damage(bytes, header: header, seed: 1, SafetensorsError.self) {
            let file = try Safetensors($0)
            do { try Self.readAll(file) } catch CheckpointError.safetensors(let error) { throw error }
            var again = parameters
            try again.restore(safetensors: [UInt8]($0))
        }
    }

    @Test func `a damaged GGUF file is refused or read`() {
        let data = GGUFFile.twoHeads.data
        damage(data, header: data.count - 64, seed: 2, GGUFError.self) {
            let file = try GGUF($0)
            for tensor in file.tensors.values { _ = file.floats(of: tensor) }
            do {
                try Self.readAll(GGUFTensors(file))
                _ = try ModelConfiguration(of: file)
            } catch GGUFError.missing { return }
        }
    }

    @Test func `damaged settings are refused or read, and make no room for numbers that are not there`() throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "config.json"))
        let tensors = try SafetensorsFolder(reading: Self.folder)
        damage(data, header: data.count, seed: 3, CheckpointError.self) {
            let configuration = try ModelConfiguration(reading: $0)
            // Whatever the settings are, no room is made for numbers that the file does not have.
            try configuration.check(against: tensors)
            var parameters = Parameters()
            _ = Decoder(configuration.settings, in: &parameters)
            #expect(parameters.count < 1_000_000)
        }
    }

    @Test func `a damaged tokenizer is refused or read`() throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "tokenizer.json"))
        damage(data, header: data.count, seed: 4, TokenizerError.self) {
            let tokenizer = try Tokenizer(readingJSON: $0)
            _ = tokenizer.decode(tokenizer.encode("<|im_start|>12 Äpfel\u{301} 'll\n\n"))
        }
    }

    @Test func `damaged settings of adapters are refused or read`() {
        let json = Data(
            #"{"peft_type": "LORA", "r": 4, "lora_alpha": 8.5, "target_modules": ["q_proj", "v_proj"]}"#.utf8)
        damage(json, header: json.count, seed: 5, CheckpointError.self) {
            _ = try AdapterConfiguration(reading: $0)
        }
    }

    @Test func `settings of more numbers than the file holds are refused before there is room for them`() throws {
        let tensors = try SafetensorsFolder(reading: Self.folder)
        var configuration = try ModelConfiguration(
            reading: Data(contentsOf: Self.folder.appending(path: "config.json")))
        try configuration.check(against: tensors)
        configuration.settings.vocabulary = 1 << 24
        #expect(throws: CheckpointError.self) { try configuration.check(against: tensors) }
        configuration.settings.vocabulary = 300
        configuration.settings.layers = 1 << 24
        #expect {
            try configuration.check(against: tensors)
        } throws: { "\($0)".hasPrefix("the checkpoint has no layer ") }
    }
}
