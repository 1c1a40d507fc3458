public import Autodiff

/// Why parameters can not be read from or written to a safetensors file.
public indirect enum SafetensorsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file can not be read or written.
    case file(path: String, reason: String)
    /// What is wrong with the file of this path.
    case inFile(path: String, SafetensorsError)
    /// The bytes do not follow the format.
    case notSafetensors(String)
    /// The numbers are of another type than those that are known.
    case numberType(tensor: String, type: String)
    /// The tensor's bytes are not within the data: the file was cut off, or its header is wrong.
    case place(tensor: String, begin: Int, end: Int, data: Int)
    /// The tensor's bytes are not as many as its shape needs.
    case length(tensor: String, shape: [Int], bytes: Int)
    /// The model has a parameter that the file lacks.
    case missing(tensor: String)
    /// The file has a tensor that the model lacks.
    case unknown(tensor: String)
    /// The file's tensor has another shape than the model's parameter.
    case shape(tensor: String, file: Shape, model: Shape)

    /// The tensor and what is wrong with it.
    public var description: String {
        switch self {
        case .file(let path, let reason): "\(path) can not be read or written: \(reason)"
        case .inFile(let path, let error): "\(path): \(error)"
        case .notSafetensors(let reason): "not a safetensors file: \(reason)"
        case .numberType(let tensor, let type): "\(tensor) holds \(type); F32, F16 and BF16 are known"
        case .place(let tensor, let begin, let end, let data):
            "\(tensor) is said to lie in bytes \(begin) to \(end) of the data, of which the file has \(data)"
        case .length(let tensor, let shape, let bytes): "\(tensor) has \(bytes) bytes, too few or too many for \(shape)"
        case .missing(let tensor): "the file has no \(tensor)"
        case .unknown(let tensor): "the model has no \(tensor)"
        case .shape(let tensor, let file, let model): "\(tensor) is \(file) in the file and \(model) in the model"
        }
    }

    /// Names the file in which `body` finds something wrong.
    static func naming<T>(_ path: String, _ body: () throws(SafetensorsError) -> T) throws(SafetensorsError) -> T {
        do {
            return try body()
        } catch {
            if case .file = error { throw error }
            throw .inFile(path: path, error)
        }
    }
}
