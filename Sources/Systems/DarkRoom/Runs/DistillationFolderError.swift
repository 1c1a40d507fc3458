/// Why a folder can not be gone on with.
public enum DistillationFolderError: Error, Equatable, CustomStringConvertible {
    /// The run in it was asked for something else; the path is that of what it was asked for.
    case otherArguments(path: String)
    /// Nothing was saved yet; the path is that of the checkpoints.
    case noCheckpoint(path: String)

    /// One sentence that names the path.
    public var description: String {
        switch self {
        case .otherArguments(let path): "the run of \(path) has other arguments; --resume goes on with the same ones"
        case .noCheckpoint(let path): "there is no checkpoint in \(path) yet"
        }
    }
}
