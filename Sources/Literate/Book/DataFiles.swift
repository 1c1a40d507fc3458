import DeterministicMath
import Foundation

/// The files beside the chapters that cells may read.
enum DataFiles {
    /// A digest of the names and contents of all files in `folder` and below but those that are weave's own, Markdown,
    /// the settings and the bibliography, and hidden ones.
    static func digest(of folder: URL) -> String {
        let manager = FileManager.default
        var digest = Digest()
        let weaves = [BookSettings.fileName, Bibliography.fileName]
        let paths = (try? manager.subpathsOfDirectory(atPath: folder.path)) ?? []
        for path in paths.sorted()
        where !path.hasSuffix(".md") && !weaves.contains(path) && !path.hasPrefix(".") {
            // A folder, or a file that no one may read, is no data that a cell can read either.
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else { continue }
            digest.combine(path)
            digest.combine(data)
        }
        return digest.description
    }
}

extension Digest {
    /// Takes in the length of `data` and its bytes.
    mutating func combine(_ data: Data) {
        combine(UInt64(data.count))
        data.withUnsafeBytes { combine(bytes: $0) }
    }
}
