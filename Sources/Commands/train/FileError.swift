/// Why a file can not be written or read.
enum FileError: Error, Equatable, CustomStringConvertible {
    /// The system refuses to write.
    case unwritable(path: String, reason: String)
    /// The system refuses to read.
    case unreadable(path: String, reason: String)
    /// What stands there is not what belongs there. Lines count from 1.
    case malformed(path: String, line: Int, reason: String)

    var description: String {
        switch self {
        case .unwritable(let path, let reason): "\(path): error: can not be written: \(reason)"
        case .unreadable(let path, let reason): "\(path): error: can not be read: \(reason)"
        case .malformed(let path, let line, let reason): "\(path):\(line): error: \(reason)"
        }
    }
}
