#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder that files are written into.
public struct OutputFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Makes the folder, and those above it that are missing.
    public init(_ path: String) throws(RecordError) {
        self.path = path
        let parent = Self.parent(of: path)
        if !parent.isEmpty, access(parent, F_OK) != 0 {
            _ = try OutputFolder(parent)
        }
        guard mkdir(path, 0o777) != 0 else { return }
        let code = errno
        var status = stat()
        guard code == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw .unwritable(path: path, code: code)
        }
    }

    /// Starts a file of this name, in place of one that is there.
    public func file(_ name: String) throws(RecordError) -> OutputFile {
        try OutputFile(path: "\(path)/\(name)")
    }

    /// The path without its last component; empty if there is none.
    private static func parent(of path: String) -> String {
        (path.hasPrefix("/") ? "/" : "") + path.split(separator: "/").dropLast().joined(separator: "/")
    }
}
