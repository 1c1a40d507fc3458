import Exhibits
import Foundation

/// The file beside a chapter with the results of those of its cells that are kept with the book.
struct KeptFile {
    /// The folder of all such files, in that of the chapters.
    static let folder = "kept"

    /// The file, as a path in the folder of the chapters.
    let path: String
    private let url: URL

    init(of stem: String, in chapters: URL) {
        self.init(at: Self.path(of: stem), in: chapters)
    }

    init(at path: String, in chapters: URL) {
        self.path = path
        url = chapters.appendingPathComponent(path)
    }

    /// The file of a chapter, as a path in the folder of the chapters.
    static func path(of stem: String) -> String { "\(folder)/\(stem).txt" }

    /// Whether a path in the folder of the chapters is that of such a file.
    static func isKept(_ path: String) -> Bool { path.hasPrefix(folder + "/") && path.hasSuffix(".txt") }

    /// The path of the file on disk.
    var location: String { url.path }

    /// Whether there is one.
    var exists: Bool { FileManager.default.fileExists(atPath: url.path) }

    /// How many bytes it has.
    var size: Int { (try? FileManager.default.attributesOfItem(atPath: url.path))?[.size] as? Int ?? 0 }

    /// What is in it.
    var results: KeptResults { KeptResults(reading: url) }

    /// Writes it anew if it would be another.
    ///
    /// - Throws: ``Failure/unwritable(path:reason:)``.
    func write(_ results: KeptResults) throws(Failure) {
        let data = results.data
        guard (try? Data(contentsOf: url)) != data else { return }
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: url, options: .atomic)
        } catch {
            throw Failure.unwritable(path: url.path, reason: error.reason)
        }
    }
}
