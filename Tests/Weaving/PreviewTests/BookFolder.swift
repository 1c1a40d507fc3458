import Foundation
import Literate

/// A book in a package of its own, for one test; its site stands among the chapters.
struct BookFolder {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("weave preview \(UUID())")

    init(_ files: [String: String] = ["chapters/01-a.md": "# A\n", "Package.swift": "", "Sources/A/A.swift": ""]) throws
    {
        for (path, text) in files { try write(text, to: path) }
    }

    var weaving: Weaving {
        let chapters = folder.appendingPathComponent("chapters")
        return Weaving(
            package: folder, scratch: folder.appendingPathComponent(".build"), chapters: chapters,
            chaptersName: "chapters", site: chapters.appendingPathComponent("site"), jobs: 1, timeout: .seconds(60),
            isFresh: false)
    }

    func write(_ text: String, to path: String) throws {
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        // At once: a weave must not see a half of it as a save of its own.
        try Data(text.utf8).write(to: file, options: .atomic)
    }

    func remove(_ path: String = "") throws {
        try FileManager.default.removeItem(at: path.isEmpty ? folder : folder.appendingPathComponent(path))
    }
}
