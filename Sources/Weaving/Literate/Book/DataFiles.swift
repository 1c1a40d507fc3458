import DeterministicMath
import Foundation
import Scanning

/// The files beside the chapters that cells may read: everything in the folder and below but what is weave's own, Markdown,
/// the settings and the bibliography, results that are kept, hidden files, and what editors leave beside a file.
struct DataFiles: Hashable, Sendable {
    /// The fingerprint of each file, by its path; empty for one that no one may read.
    private let fingerprints: [String: String]

    /// Reads the files of a folder.
    init(in folder: URL) {
        let files = FolderFiles.all(in: folder, where: Self.isData)
        fingerprints = Dictionary(
            uniqueKeysWithValues: files.map { ($0.path, $0.data.map { Fingerprint.of($0) } ?? "") })
    }

    /// Names all files and what is in them.
    var fingerprint: String {
        Fingerprint.of(fingerprints.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }

    /// The files that were added, changed or removed, by their paths.
    func changes(since earlier: DataFiles) -> [String] {
        Set(fingerprints.keys).union(earlier.fingerprints.keys)
            .filter { fingerprints[$0] != earlier.fingerprints[$0] }.sorted()
    }

    private static func isData(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return !path.hasPrefix(".") && !name.hasSuffix("~") && !name.hasPrefix("#") && !Book.isText(path)
            && !KeptFile.isKept(path)
    }
}
