public import Autodiff
import DeterministicMath
public import Transformers

/// A folder with low-rank adapters as PEFT has them: `adapter_config.json` and `adapter_model.safetensors`.
///
/// ```swift
/// let base = try Checkpoint(folder: URL(filePath: "Qwen2-0.5B-Instruct"))
/// let (decoder, adapters) = try AdapterFolder(URL(filePath: "run")).read(for: base.decoder, base.parameters)
/// ```
public struct AdapterFolder: Sendable {
    private let folder: URL

    /// Names a folder; it need not be there yet.
    public init(_ folder: URL) { self.folder = folder }

    /// Whether it holds adapters.
    public var holdsAdapters: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: AdapterConfiguration.fileName).path)
    }

    /// What its adapters are, and of which model.
    public func configuration() throws(CheckpointError) -> AdapterConfiguration {
        try AdapterConfiguration(reading: contents(of: folder.appending(path: AdapterConfiguration.fileName)))
    }

    /// Writes adapters, each file whole or not at all.
    ///
    /// - Parameters:
    ///   - decoder: one with adapters.
    ///   - parameters: those of the adapters, above the model's.
    ///   - base: where the model lies.
    public func write(_ decoder: Decoder, _ parameters: Parameters, base: String) throws(CheckpointError) {
        guard let adapters = decoder.adapters, let model = parameters.base else {
            throw .missing(tensor: "adapter: the model has none to be written")
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let configuration = AdapterConfiguration(adapters, base: base)
            try configuration.json().write(
                to: folder.appending(path: AdapterConfiguration.fileName), options: .atomic)
            let file = try WholeFile(path: numbers.path)
            try parameters.safetensors(
                note: ["format": "pt", Self.mark: Self.digest(of: model)], named: { Self.prefix + $0.name },
                turning: { _ in true }, to: file.write)
            try file.finish()
        } catch let error as SafetensorsError {
            throw .safetensors(error)
        } catch {
            throw .file(path: folder.path, reason: systemReason(of: error))
        }
    }

    /// The folder's adapters, for the model that they were made for.
    ///
    /// - Parameters:
    ///   - decoder: the model without adapters.
    ///   - parameters: the model's own.
    /// - Returns: the model with adapters, and their parameters, above the model's own.
    /// - Throws: ``CheckpointError``, for adapters of another model too.
    public func read(
        for decoder: Decoder, _ parameters: Parameters
    ) throws(CheckpointError) -> (decoder: Decoder, parameters: Parameters) {
        let configuration = try configuration()
        var adapters = Parameters(above: parameters)
        // Every number is replaced.
        var unused = SplitMix64(seed: 0)
        let adapted: Decoder
        do { adapted = try decoder.adapted(configuration.adapters, in: &adapters, using: &unused) } catch {
            throw .json(file: AdapterConfiguration.fileName, reason: "\(error)")
        }
        let source: Safetensors
        do { source = try Safetensors(reading: numbers) } catch { throw .safetensors(error) }
        let own = Self.digest(of: parameters)
        if let other = source.note[Self.mark], other != own {
            throw .otherBase(path: folder.path, base: configuration.base, digest: other, found: own)
        }
        try adapters.take(from: source, named: { Self.prefix + $0.name }, turning: { _ in true })
        return (adapted, adapters)
    }

    private var numbers: URL { folder.appending(path: "adapter_model.safetensors") }

    /// What PEFT's names have before the model's own.
    private static let prefix = "base_model.model."
    /// Under this name the file's note has the digest of the model that the adapters were made for.
    private static let mark = "base_digest"

    /// What tells a model from others: a digest of its names, its shapes and the first numbers of every tensor.
    static func digest(of parameters: Parameters) -> String {
        var digest = Digest()
        for parameter in parameters.all {
            digest.combine("\(parameter.name) \(parameter.shape)")
            parameters.withFloats(of: parameter) { floats in
                for number in floats.prefix(1024) { digest.combine(number.bitPattern) }
            }
        }
        return digest.description
    }
}
