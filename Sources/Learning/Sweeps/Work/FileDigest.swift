import DeterministicMath

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Digests of what files hold, wherever they lie.
enum FileDigest {
    /// The digest of a file's bytes, or of a folder's names and bytes in their order; nil if there is neither.
    static func content(of path: String) throws -> String? {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        guard isFolder else { return "\(try bytes(of: path))" }
        var digest = Digest()
        for name in try FileManager.default.subpathsOfDirectory(atPath: path).sorted() {
            let part = "\(path)/\(name)"
            guard FileManager.default.fileExists(atPath: part, isDirectory: &isFolder), !isFolder else { continue }
            digest.combine("\(name)\n\(try bytes(of: part))\n")
        }
        return "\(digest)"
    }

    /// The digest of a file's bytes. Throws what the system says if it can not be read.
    static func bytes(of path: String) throws -> Digest {
        var digest = Digest()
        try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe).withUnsafeBytes { digest.combine(bytes: $0) }
        return digest
    }
}
