/// Why a file of histories can not be read or written.
public enum HistoryError: Error, Equatable, CustomStringConvertible {
    /// The system refuses.
    case file(path: String, reason: String)
    /// The file is none of histories.
    case foreign(path: String)
    /// A block's bytes are not those that were written. Bytes count from 0.
    case damaged(path: String, byte: Int)
    /// A line of the text format is none. Lines count from 1.
    case line(Int, String)

    /// One sentence that names the place and what is wrong.
    public var description: String {
        switch self {
        case .file(let path, let reason): "\(path): \(reason)"
        case .foreign(let path): "\(path) does not begin as a file of histories does"
        case .damaged(let path, let byte): "\(path) is damaged: the block at byte \(byte) does not have its checksum"
        case .line(let line, let text): "line \(line) of the history, “\(text)”, is not a step"
        }
    }
}
