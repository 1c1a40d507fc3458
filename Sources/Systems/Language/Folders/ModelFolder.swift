import Advantages
import Autodiff
import Checkpoints
import DeterministicMath
import Records
import Transformers

/// A folder with a model of a vocabulary's words: `model.json` says what it is made of, `model.safetensors` holds its numbers. One of
/// a checkpoint's is written as its coder has it.
public struct ModelFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Names a folder; it need not be there yet.
    public init(_ path: String) { self.path = path }

    /// What `model.json` holds.
    private struct Description: Codable {
        let decoder: Decoder.Settings
        let vocabulary: Vocabulary
    }

    /// Writes a model into the folder, which is made if need be.
    public func write(_ model: LanguageModel) throws {
        if let coder = model.coder as? any CheckpointCoder { return try coder.write(model, to: path) }
        guard let vocabulary = model.coder as? Vocabulary, model.decoder.adapters == nil else {
            throw LanguageError.setting(
                InvalidSetting(
                    "the model's tokenizer", type(of: model.coder),
                    mustBe: "a vocabulary of words, or a checkpoint's for adapters"))
        }
        let folder = try OutputFolder(path)
        let description = Description(decoder: model.decoder.settings, vocabulary: vocabulary)
        try folder.file("model.json").write(description.jsonLines())
        try model.parameters.write(safetensors: "\(path)/model.safetensors")
    }

    /// The model in the folder.
    public func read() throws -> LanguageModel {
        let description = try Description(readingJSON: "\(path)/model.json")
        var parameters = Parameters()
        // Every number is replaced.
        var generator = SplitMix64(seed: 0)
        let decoder = Decoder(description.decoder, in: &parameters, using: &generator)
        try parameters.restore(safetensors: "\(path)/model.safetensors")
        return try LanguageModel(coder: description.vocabulary, decoder: decoder, parameters: parameters)
    }
}
