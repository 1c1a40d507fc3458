import Foundation
import Testing

@testable import Literate

struct CommandTests {
    @Test func `a tool that takes too long is ended with all that it started`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("command \(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let errors = folder.appendingPathComponent("errors")
        let signs = folder.appendingPathComponent("signs")
        let script = "(while true; do echo x >> '\(signs.path)'; sleep 0.05; done) & wait"
        let endless = Command(executable: "/bin/sh", arguments: ["-c", script])
        let result = try await endless.output(within: .seconds(1), errors: errors)
        let isStopped = result == nil
        #expect(isStopped)
        let size = try Data(contentsOf: signs).count
        try await Task.sleep(for: .seconds(1))
        #expect(try Data(contentsOf: signs).count == size)
    }

    @Test func `a tool in time says what it printed, errors last`() async throws {
        let errors = FileManager.default.temporaryDirectory.appendingPathComponent("errors \(UUID())")
        defer { try? FileManager.default.removeItem(at: errors) }
        let tool = Command(executable: "/bin/sh", arguments: ["-c", "echo a; echo b >&2; exit 3"])
        let result = try await tool.output(within: .seconds(600), errors: errors)
        #expect(result?.text == "a\nb\n" && result?.succeeded == false)
    }
}
