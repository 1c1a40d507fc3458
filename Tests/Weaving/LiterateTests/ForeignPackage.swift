import Foundation
import TestSupport

@testable import Literate

/// Another package with a book and a library of its own, that depends on this one by its path.
///
/// It stands in one place, so that its dependencies are built once; what a test does not write is as `weave new` makes it.
struct ForeignPackage {
    let folder = Repository.file(".build/foreign package/Dice")
    var site: URL { folder.appendingPathComponent("site") }
    var library: URL { folder.appendingPathComponent("Sources/Dice/Dice.swift") }

    init() throws {
        let manager = FileManager.default
        if manager.fileExists(atPath: folder.path) { try manager.removeItem(at: folder) }
        try NewBook(named: "dice", weave: Repository.root.path).write(to: folder)
    }

    var weaving: Weaving {
        let scratch = folder.deletingLastPathComponent().appendingPathComponent("scratch")
        return Weaving(
            package: folder, scratch: scratch, chapters: folder.appendingPathComponent("chapters"),
            chaptersName: "chapters", site: site, jobs: 2, timeout: .seconds(60), isFresh: false)
    }

    func weave() async throws -> Weaving.Summary { try await weaving.run() }

    func page(_ name: String) throws -> String {
        try String(contentsOf: site.appendingPathComponent(name), encoding: .utf8).withoutExpressions
    }
}
