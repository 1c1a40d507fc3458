import Foundation
import Testing

@testable import Literate

@Suite(.serialized) struct WeavingTests {
    @Test func `a chapter becomes a page with what its cells computed`() async throws {
        let book = try TemporaryBook([
            "01-one.md": """
                # One

                Two and two is `{swift} sum`... no: it is `{swift} 2 + 2`.

                ```swift
                print("hello")
                ```
                """
        ])
        let summary = try await book.weaving().run()
        #expect(summary.ran == 1)
    }
}

struct TemporaryBook {
    let folder: URL
    init(_ files: [String: String]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("weave-\(UUID())")
        try FileManager.default.createDirectory(at: folder.appendingPathComponent("chapters"), withIntermediateDirectories: true)
        for (n, t) in files { try Data(t.utf8).write(to: folder.appendingPathComponent("chapters/\(n)")) }
    }
    func weaving() -> Weaving {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return Weaving(package: root, scratch: root.appendingPathComponent(".build/test-library"), chapters: folder.appendingPathComponent("chapters"), chaptersName: "chapters", site: folder.appendingPathComponent("site"), jobs: 2, timeout: .seconds(60), isFresh: false)
    }
}
