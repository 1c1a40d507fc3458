import Foundation
import Testing

@testable import Literate

/// What happens to a weave that is not alone, is interrupted, or finds its folders odd.
@Suite(.serialized) struct RealWorldTests {
    @Test func `of two weaves at once the second waits`() async throws {
        let book = try TemporaryBook(["01-a.md": "# A\n\n`{swift} \(Int.random(in: 0..<1 << 60))`\n"])
        defer { book.remove() }
        let first = book.weaving(), second = book.weaving()
        async let one = first.run()
        async let two = second.run()
        let ran = try await [one.ran, two.ran].sorted()
        #expect(ran == [0, 1])
    }

    @Test func `a weave that is cancelled ends the chapter and its children and leaves the site`() async throws {
        let book = try TemporaryBook(["01-a.md": "# A\n"])
        defer { book.remove() }
        _ = try await book.weave()
        let before = try book.page("01-a.html")
        // A child that nobody else starts.
        let seconds = Int.random(in: 100_000..<1_000_000)
        let source = """
            ```swift
            import Foundation
            let child = Process()
            child.executableURL = URL(fileURLWithPath: "/bin/sleep")
            child.arguments = ["\(seconds)"]
            try child.run()
            try Data().write(to: URL(fileURLWithPath: "started"))
            while true { sleep(1) }
            ```
            """
        try book.write(source, to: "01-a.md")
        let weave = Task { try await book.weave() }
        let started = book.chapters.appendingPathComponent("started")
        while !FileManager.default.fileExists(atPath: started.path) { try await Task.sleep(for: .milliseconds(20)) }
        #expect(isRunning("\(seconds)"))
        weave.cancel()
        await #expect(throws: CancellationError.self) { try await weave.value }
        try await Task.sleep(for: .milliseconds(200))
        #expect(!isRunning("\(seconds)"))
        #expect(try book.page("01-a.html") == before)
    }

    private func isRunning(_ argument: String) -> Bool {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.contains { process in
            let data = try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(process)/cmdline"))
            return data.map { String(decoding: $0, as: UTF8.self) == "/bin/sleep\0\(argument)\0" } ?? false
        }
    }

    @Test func `a site that can not be written is an error that says why`() async throws {
        let book = try TemporaryBook(["01-a.md": "# A\n"])
        defer { book.remove() }
        var weaving = book.weaving()
        weaving.site = book.chapters.appendingPathComponent("01-a.md/site")
        do {
            _ = try await weaving.run()
            Issue.record("a site was written inside a file")
        } catch let failure as Failure {
            #expect(failure.description.hasPrefix("\(weaving.site.path): error: can not be written: "))
        }
    }

    @Test func `CRLF files, names with spaces and letters of all kinds weave as any other`() async throws {
        let source = "---\ntitle: Über\n---\n\n```swift\nlet a = \"x\"\nprint(a)\n```\n\n`{swift} a`\n"
        let book = try TemporaryBook(["01 é & <b>.md": source.replacingOccurrences(of: "\n", with: "\r\n")])
        defer { book.remove() }
        _ = try await book.weave()
        let page = try book.page("01 é & <b>.html")
        #expect(page.contains("<samp>x</samp>") && page.contains("<p>x</p>"))
        #expect(page.contains("<title>Über"))
        try book.write(source + "\n`{swift} nothing`\n", to: "01 é & <b>.md")
        #expect(
            try await book.diagnostics() == ["chapters/01 é & <b>.md:12:10: error: cannot find 'nothing' in scope"])
    }

    @Test func `output, captions and names made of HTML appear as text`() async throws {
        let script = "<script>alert(1)</script>"
        let source = """
            ```swift
            print("\(script)</samp></pre>", "\\0", "after")
            claim(true, "\(script)")
            ```

            ```swift
            //| label: fig-a
            //| fig-cap: A `{swift} "\(script)"`.
            //| fig-alt: \(script)
            //| code-fold: true
            //| code-summary: \(script)
            show(Figure("\(script)") { Line([(0, 1), (1, 3)], x: \\.0, y: \\.1) }.x("\(script)").y("y"))
            ```

            `{swift} "\(script)"`
            """
        let book = try TemporaryBook(["01-<script>.md": source])
        defer { book.remove() }
        let found = try await book.diagnostics()
        #expect(found == [])
        let page = try book.page("01-<script>.html")
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("after</samp>"))
        // The author's words stand in the pictures of both widths and under them.
        #expect(page.components(separatedBy: "<desc>&lt;script&gt;alert(1)&lt;/script&gt;</desc>").count == 3)
        #expect(try !book.page("data/01-<script>/fig-a.svg").contains("<script"))
    }

    @Test func `a chapter that vanishes between listing and reading is named`() throws {
        let book = try TemporaryBook(["01-a.md": "# A\n"])
        defer { book.remove() }
        let gone = book.chapters.appendingPathComponent("02-gone.md")
        try FileManager.default.createSymbolicLink(
            at: gone, withDestinationURL: book.folder.appendingPathComponent("no"))
        let found = try Book(reading: book.chapters, named: "chapters").diagnostics.map(\.description)
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("chapters/02-gone.md: error: can not be read: "))
    }

    @Test(.enabled("only root can make a small disk") { try SmallDisk.isPossible() })
    func `on a full disk the error says so, and the old site stays whole`() async throws {
        let disk = try SmallDisk(kilobytes: 512)
        defer { disk.remove() }
        let book = try TemporaryBook(["01-a.md": "# A\n\nOld.\n"])
        defer { book.remove() }
        var weaving = book.weaving()
        weaving.site = disk.folder.appendingPathComponent("site")
        _ = try await weaving.run()
        let page = weaving.site.appendingPathComponent("01-a.html")
        let before = try Data(contentsOf: page)
        try book.write("# A\n\n" + String(repeating: "Much. ", count: 200_000), to: "01-a.md")
        let failure = await #expect(throws: Failure.self) { try await weaving.run() }
        #expect(
            failure?.description == "\(weaving.site.path): error: can not be written: No space left on device")
        #expect(try Data(contentsOf: page) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder.path) == ["site"])
    }
}

/// A file system in memory that is soon full.
private struct SmallDisk {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("weave disk \(UUID())")

    static func isPossible() throws -> Bool {
        guard getuid() == 0 else { return false }
        do {
            try SmallDisk(kilobytes: 64).remove()
            return true
        } catch is CocoaError {
            return false
        }
    }

    init(kilobytes: Int) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Self.run("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path])
    }

    func remove() {
        do {
            try Self.run("umount", [folder.path])
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("a small disk stays behind: \(error)")
        }
    }

    private static func run(_ tool: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteNoPermission) }
    }
}
