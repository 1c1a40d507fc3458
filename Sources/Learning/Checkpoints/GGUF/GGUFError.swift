/// What is wrong with a GGUF file, or what in it can not be read here.
public enum GGUFError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file can not be opened; the system's words.
    case unreadable(String)
    /// The first four bytes are not `GGUF`.
    case notGGUF
    /// A version other than 2 and 3.
    case version(UInt32)
    /// The file ends within what begins at this byte.
    case truncated(at: Int, reading: String)
    /// A number that can not be true.
    case implausible(what: String, value: UInt64, limit: UInt64)
    /// Two keys or two tensors have one name.
    case doubled(String)
    /// Text that is not UTF-8.
    case text(at: Int)
    /// A kind of value or a type of numbers that is not known.
    case unsupported(what: String, value: UInt32)
    /// A key that must be there.
    case missing(String)
    /// A key has another kind of value.
    case kind(key: String)
    /// Two tensors lie over each other.
    case overlap(String, String)
    /// An architecture other than llama and qwen2.
    case architecture(String)
    /// A tensor of no architecture that is known.
    case tensor(String)
    /// A tensor has another shape than the settings say.
    case shape(tensor: String, found: [Int], expected: [Int])

    /// The error in words, as it is shown to a person.
    public var description: String {
        switch self {
        case .unreadable(let reason): "can not be read: \(reason)"
        case .notGGUF: "is not a GGUF file: it does not begin with 'GGUF'"
        case .version(let version): "has GGUF version \(version); 2 and 3 are known"
        case .truncated(let place, let what): "ends within \(what), which begins at byte \(place)"
        case .implausible(let what, let value, let limit): "says that \(what) is \(value), which is beyond \(limit)"
        case .doubled(let name): "has '\(name)' twice"
        case .text(let place): "has text at byte \(place) that is not UTF-8"
        case .unsupported(let what, let value): "has a \(what), \(value), that is not supported"
        case .missing(let key): "has no '\(key)'"
        case .kind(let key): "has a value of another kind under '\(key)'"
        case .overlap(let one, let other): "has tensors that lie over each other: \(one) and \(other)"
        case .architecture(let name): "has the architecture '\(name)'; llama and qwen2 are known"
        case .tensor(let name): "has a tensor '\(name)' that is not known"
        case .shape(let tensor, let found, let expected): "has \(tensor) as \(found), not \(expected)"
        }
    }
}
