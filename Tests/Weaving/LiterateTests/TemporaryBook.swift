import Foundation
import TestSupport

@testable import Literate

/// A book in a folder of its own, for one test.
struct TemporaryBook {
    let folder: URL
    var chapters: URL { folder.appendingPathComponent("chapters") }
    var site: URL { folder.appendingPathComponent("site") }

    /// A number that no earlier run of the tests has put into the cache, for programs that must run.
    static func nonce() -> String { "\(UInt64.random(in: 0 ... .max))" }

    init(_ files: [String: String]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("weave tests \(UUID())")
        try FileManager.default.createDirectory(at: chapters, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    func write(_ text: String, to name: String) throws {
        let file = chapters.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The text of a file of the site, without what says by which expressions its numbers were computed.
    func page(_ name: String) throws -> String { try file(name).withoutExpressions }

    /// The text of a file of the site as it is.
    func file(_ name: String) throws -> String {
        try String(contentsOf: site.appendingPathComponent(name), encoding: .utf8)
    }

    func remove() {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("a temporary folder stays behind: \(error)")
        }
    }

    /// The way to weave with the library of this package, built beside the package's own folder: `swift test` holds the lock
    /// of that.
    func weaving(isFresh: Bool = false, timeout: Duration = .seconds(60)) -> Weaving {
        Weaving(
            package: Repository.root, scratch: Repository.file(".build/test-library"), chapters: chapters,
            chaptersName: "chapters", site: site, jobs: 2, timeout: timeout, isFresh: isFresh)
    }

    func weave(isFresh: Bool = false, timeout: Duration = .seconds(60)) async throws -> Weaving.Summary {
        try await weaving(isFresh: isFresh, timeout: timeout).run()
    }

    /// Runs the book again and compares it with its site.
    func check() async throws -> CheckReport {
        try await weaving().check(in: folder.appendingPathComponent("check"))
    }

    /// What is wrong with the book, line by line; empty if it weaves.
    func diagnostics(timeout: Duration = .seconds(60)) async throws -> [String] {
        do {
            _ = try await weave(timeout: timeout)
            return []
        } catch let diagnostics as Diagnostics {
            return diagnostics.all.map(\.description)
        }
    }
}

extension String {
    /// The HTML with the numbers of its sentences as plain text.
    var withoutExpressions: String { replacing(#/<span class="computed" title="[^"]*">(.*?)<\/span>/#) { $0.output.1 } }
}
