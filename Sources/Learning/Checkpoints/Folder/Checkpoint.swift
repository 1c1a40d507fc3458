public import Autodiff
import DeterministicMath
public import Transformers

/// A model as it is passed around: a decoder with its numbers, and what its `config.json` says.
///
/// ```swift
/// let checkpoint = try Checkpoint(folder: URL(filePath: "Qwen2-0.5B-Instruct"))
/// let tape = Tape(checkpoint.parameters, recording: false)
/// ```
public struct Checkpoint: Sendable {
    /// What the model is.
    public var configuration: ModelConfiguration
    /// How it is computed.
    public let decoder: Decoder
    /// Its numbers.
    public var parameters: Parameters

    /// A decoder with its numbers, as a checkpoint that can be written.
    public init(_ configuration: ModelConfiguration, _ decoder: Decoder, _ parameters: Parameters) {
        (self.configuration, self.decoder, self.parameters) = (configuration, decoder, parameters)
    }

    /// Reads a folder of Hugging Face's: `config.json` and `model.safetensors`, or its shards with their index.
    ///
    /// Files are mapped, and every number is written once, to where it stays.
    public init(folder: URL) throws(CheckpointError) {
        let configuration = try ModelConfiguration(reading: contents(of: folder.appending(path: "config.json")))
        try self.init(configuration, SafetensorsFolder(reading: folder))
    }

    /// Reads a GGUF file of a Llama or Qwen2 model.
    public init(gguf url: URL) throws(CheckpointError) {
        do {
            let file = try GGUF(reading: url)
            try self.init(ModelConfiguration(of: file), GGUFTensors(file))
        } catch let error as GGUFError {
            throw .gguf(error)
        } catch let error as CheckpointError {
            throw error
        } catch {
            throw .file(path: url.path, reason: "\(error)")
        }
    }

    private init(_ configuration: ModelConfiguration, _ source: some TensorSource) throws(CheckpointError) {
        // No room is made for numbers that are not there.
        try configuration.check(against: source)
        var parameters = Parameters()
        let decoder = Decoder(configuration.settings, in: &parameters)
        // Some files repeat the tied table.
        let repeated = configuration.settings.head == .tied ? ["lm_head.weight"] : []
        try parameters.take(from: source, turning: decoder.isInputsByOutputs) {
            repeated.contains($0) || $0.hasSuffix("rotary_emb.inv_freq")
        }
        self.configuration = configuration
        self.decoder = decoder
        self.parameters = parameters
    }

    /// Writes a folder that transformers loads: `config.json` and `model.safetensors`, 32-bit floats, each whole or not at all.
    public func write(folder: URL) throws(CheckpointError) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try configuration.json().write(to: folder.appending(path: "config.json"), options: .atomic)
            let file = try WholeFile(path: folder.appending(path: "model.safetensors").path)
            try parameters.safetensors(note: ["format": "pt"], turning: decoder.isInputsByOutputs, to: file.write)
            try file.finish()
        } catch let error as SafetensorsError {
            throw .safetensors(error)
        } catch {
            throw .file(path: folder.path, reason: systemReason(of: error))
        }
    }
}

/// A file's bytes, mapped.
func contents(of url: URL) throws(CheckpointError) -> Data {
    do {
        return try Data(contentsOf: url, options: .mappedIfSafe)
    } catch {
        throw .file(path: url.path, reason: systemReason(of: error))
    }
}
