import Foundation
import Testing

@testable import Literate

/// Chapters' programs that something else starts, such as Slurm's `srun`.
@Suite(.serialized) struct LauncherTests {
    /// A launcher as those of clusters are: what it starts is in a session of its own, out of weave's reach, and ends only if the launcher
    /// ends it.
    private static let launcher = """
        #!/bin/sh
        setsid "$@" &
        child=$!
        trap 'kill -TERM $child; wait $child; exit 143' TERM
        wait $child
        """

    private func diagnostics(_ source: String, launcher: String, timeout: Duration) async throws -> [String] {
        let book = try TemporaryBook(["01-a.md": source])
        defer { book.remove() }
        let script = book.folder.appendingPathComponent("launch")
        try Data(launcher.utf8).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
        // Launchers are given as words, which this folder's name has a space between.
        let link = URL(fileURLWithPath: "/tmp/weave-launch-\(TemporaryBook.nonce())")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: script)
        defer { try? FileManager.default.removeItem(at: link) }
        var weaving = book.weaving(timeout: timeout)
        weaving.launcher = [link.path]
        do {
            _ = try await weaving.run()
            return []
        } catch let diagnostics as Diagnostics {
            return diagnostics.all.map(\.description)
        }
    }

    @Test func `a launched chapter is a chapter`() async throws {
        let source = "```swift\nlet a: UInt64 = \(TemporaryBook.nonce())\nclaim(a >= 0, \"it runs\")\n```\n"
        #expect(try await diagnostics(source, launcher: Self.launcher, timeout: .seconds(60)) == [])
    }

    @Test func `what a launcher started ends when the time is over`() async throws {
        let process = "/tmp/weave-process-\(TemporaryBook.nonce())"
        defer { try? FileManager.default.removeItem(atPath: process) }
        let source = """
            ```swift
            import Foundation
            try "\\(getpid())".write(toFile: "\(process)", atomically: true, encoding: .utf8)
            while true { sleep(1) }
            ```
            """
        let found = try await diagnostics(source, launcher: Self.launcher, timeout: .seconds(3))
        #expect(found == ["chapters/01-a.md:2:1: error: the cell ran longer than 3.0 seconds"])
        let number = try #require(pid_t(String(contentsOfFile: process, encoding: .utf8)))
        var isAlive = kill(number, 0) == 0
        for _ in 0..<100 where isAlive {
            try await Task.sleep(for: .milliseconds(50))
            isAlive = kill(number, 0) == 0 && !isZombie(number)
        }
        #expect(!isAlive)
    }

    @Test func `a launcher that loses its program is not taken for the cell`() async throws {
        let source = "```swift\nlet a: UInt64 = \(TemporaryBook.nonce())\n```\n"
        let found = try await diagnostics(source, launcher: "#!/bin/sh\nexit 0\n", timeout: .seconds(60))
        #expect(found.count == 1)
        let message = try #require(found.first)
        #expect(message.hasPrefix("chapters/01-a.md:2:1: error: the cell ended the process, or /tmp/weave-launch-"))
        #expect(message.hasSuffix(" lost it: status 0"))
    }

    @Test func `half an event is the end of a program that was ended while it spoke, and nothing else`() async throws {
        let source = "```swift\nlet a: UInt64 = \(TemporaryBook.nonce())\n```\n"
        let half = "#!/bin/sh\n\"$@\" | head -c 30\n"
        let found = try await diagnostics(source, launcher: half, timeout: .seconds(60))
        #expect(found.count == 1 && found[0].hasPrefix("chapters/01-a.md:2:1: error: the cell ended the process, or "))
        await #expect(throws: DecodingError.self) {
            try await diagnostics(source, launcher: "#!/bin/sh\necho {\n\"$@\"\n", timeout: .seconds(60))
        }
    }

    @Test func `a chapter's program ends when nobody listens to it any more, as after kill -9 of weave`() async throws {
        let process = "/tmp/weave-process-\(TemporaryBook.nonce())"
        defer { try? FileManager.default.removeItem(atPath: process) }
        let source = """
            ```swift
            import Foundation
            let child = Process()
            child.executableURL = URL(fileURLWithPath: "/bin/sleep")
            child.arguments = ["61.3"]
            try child.run()
            try "\\(getpid()) \\(child.processIdentifier)".write(toFile: "\(process)", atomically: true, encoding: .utf8)
            while true { sleep(1) }
            ```
            """
        // The program is in a session that weave does not know of, and its events go to one that leaves at the first.
        let launcher = "#!/bin/sh\nsetsid \"$@\" | { read line; while ! test -s \(process); do sleep 0.01; done; }\n"
        let found = try await diagnostics(source, launcher: launcher, timeout: .seconds(30))
        #expect(found.count == 1 && found[0].contains("lost it"), "\(found)")
        let numbers = try String(contentsOfFile: process, encoding: .utf8).split(separator: " ").compactMap {
            pid_t($0)
        }
        #expect(numbers.count == 2)
        for number in numbers { #expect(kill(number, 0) != 0 || isZombie(number)) }
    }

    private func isZombie(_ process: pid_t) -> Bool {
        let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return status?.split(separator: ") ").last?.hasPrefix("Z") ?? true
    }
}
