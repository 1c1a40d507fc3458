/// Why a checkpoint can not be read or written.
public enum CheckpointError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A file can not be read or written; the system's words.
    case file(path: String, reason: String)
    /// A file's JSON is not what it should be.
    case json(file: String, reason: String)
    /// An architecture other than those that are known.
    case architecture(String)
    /// A setting that the engine does not have.
    case unsupported(setting: String, value: String)
    /// The model has a parameter that the checkpoint lacks.
    case missing(tensor: String)
    /// The checkpoint has a tensor that the model lacks.
    case unknown(tensor: String)
    /// The checkpoint's tensor has another shape than the model's parameter.
    case shape(tensor: String, found: [Int], expected: [Int])
    /// The settings ask for more than the files can hold.
    case size(numbers: Double, bytes: Int)
    /// Adapters that were made for a model with other numbers.
    case otherBase(path: String, base: String, digest: String, found: String)
    /// A safetensors file is damaged, or has what can not be read.
    case safetensors(SafetensorsError)
    /// A GGUF file is damaged, or has what can not be read.
    case gguf(GGUFError)

    /// What is wrong, and where.
    public var description: String {
        switch self {
        case .file(let path, let reason): "\(path) can not be read or written: \(reason)"
        case .json(let file, let reason): "\(file): \(reason)"
        case .architecture(let name): "the architecture '\(name)' is not known; qwen2 and llama are"
        case .unsupported(let setting, let value): "\(setting) is \(value), which is not supported"
        case .missing(let tensor): "the checkpoint has no \(tensor)"
        case .unknown(let tensor): "the model has no \(tensor)"
        case .shape(let tensor, let found, let expected):
            "\(tensor) is \(found) in the checkpoint and \(expected) in the model"
        case .size(let numbers, let bytes):
            "the settings are those of a model of \(numbers) numbers, and the tensors have \(bytes) bytes"
        case .otherBase(let path, let base, let digest, let found):
            "the adapters in \(path) were made for another model, \(base) with the digest \(digest); this one's is \(found)"
        case .safetensors(let error): "\(error)"
        case .gguf(let error): "the file \(error)"
        }
    }
}
