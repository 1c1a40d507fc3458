import Foundation
import Testing

@testable import Literate
@testable import Preview

/// What a series of weaves did, and what each of them is to do.
private actor Weaves {
    private var works: [@Sendable () async throws -> Weaving.Summary]
    private(set) var log: [String] = []

    init(_ works: [@Sendable () async throws -> Weaving.Summary]) { self.works = works }

    func note(_ text: String) { log.append(text) }

    func weave() async throws -> Weaving.Summary {
        log.append("start")
        defer { log.append("end") }
        // After the last of them nothing is to do.
        return works.isEmpty ? Weaving.Summary() : try await works.removeFirst()()
    }
}

struct ContinuousWeavingTests {
    private let book: BookFolder
    private let state = PreviewState()

    init() throws {
        book = try BookFolder([
            "chapters/01-a.md": "# A\n\n`{swift} 1`\n", "Package.swift": "", "Sources/A/A.swift": "",
        ])
    }

    /// Weaves as often as `works` says, until the browser has heard of `builds` of them.
    private func weave(builds: Int, _ works: [@Sendable () async throws -> Weaving.Summary]) async throws -> [String] {
        defer { try? book.remove() }
        let weaves = Weaves(works)
        let (reports, continuation) = AsyncStream<String>.makeStream()
        let task = Task {
            try await ContinuousWeaving(
                look: { [book] in SourceWatch(of: book.weaving) }, code: { [book] in BookCode(of: book.weaving) },
                weave: { try await weaves.weave() },
                weaveComputed: {
                    await weaves.note("beside")
                    return true
                },
                folder: book.folder, state: state,
                report: { text in
                    continuation.yield(
                        text.hasSuffix("still run\n") ? "told" : text.hasPrefix("woven") ? "woven" : text)
                },
                pause: .milliseconds(5)
            ).run()
        }
        var heard: [String] = []
        for await text in reports {
            heard.append(text)
            if heard.count == builds { break }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        return await weaves.log + heard
    }

    @Test(.timeLimit(.minutes(5)))
    func `a save ends the weave that it makes obsolete, and only then the next starts`() async throws {
        let log = try await weave(
            builds: 1,
            [
                { [book] in
                    try book.write("# A\n\nNow `{swift} 2`.\n", to: "chapters/01-a.md")
                    try await Task.sleep(for: .seconds(600))
                    return Weaving.Summary()
                }
            ])
        #expect(log == ["start", "end", "start", "end", "woven"])
    }

    @Test(.timeLimit(.minutes(5)))
    func `prose is woven beside a run, which goes on`() async throws {
        let log = try await weave(
            builds: 2,
            [
                { [book, state] in
                    try book.write("# A, longer\n\nThe number is `{swift} 1`.\n", to: "chapters/01-a.md")
                    // The run ends after its author has seen the new page.
                    while await state.news(after: 0, limit: .seconds(60)).version == 0 {}
                    return Weaving.Summary()
                }
            ])
        #expect(log == ["start", "beside", "end", "start", "end", "told", "woven"])
    }

    @Test(.timeLimit(.minutes(5)))
    func `what is wrong with a run is told though prose was saved meanwhile`() async throws {
        let problem = Diagnostic(path: "chapters/02-b.md", position: nil, problem: .emptyExpression)
        let log = try await weave(
            builds: 3,
            [
                { [book, state] in
                    try book.write("# A\n\nOne is `{swift} 1`.\n", to: "chapters/01-a.md")
                    while await state.news(after: 0, limit: .seconds(60)).version == 0 {}
                    throw Diagnostics([problem])
                }
            ])
        #expect(log == ["start", "beside", "end", "start", "end", "told", "\(problem)\n", "woven"])
    }

    @Test(.timeLimit(.minutes(5)))
    func `data that a run writes do not end it, but are woven afterwards`() async throws {
        let log = try await weave(
            builds: 2,
            [
                { [book] in
                    try book.write("1,2", to: "chapters/a.csv")
                    try await Task.sleep(for: .milliseconds(100))
                    return Weaving.Summary()
                }
            ])
        #expect(log == ["start", "end", "start", "end", "woven", "woven"])
    }

    @Test(.timeLimit(.minutes(5)))
    func `what fails because of a save is tried again and not told`() async throws {
        let log = try await weave(
            builds: 1,
            [
                { [book] in
                    try book.write("let a = 1\n", to: "Sources/A/A.swift")
                    throw CocoaError(.fileReadCorruptFile)
                }
            ])
        #expect(log == ["start", "end", "start", "end", "woven"])
    }

    @Test(.timeLimit(.minutes(5)))
    func `what is wrong is told, and the next save mends it`() async throws {
        let problem = Diagnostic(path: "chapters/01-a.md", position: nil, problem: .emptyExpression)
        let saving = Task { [book, state] in
            // The first build is told before anything is saved.
            while await state.news(after: 0, limit: .seconds(60)).version == 0 {}
            try book.write("# A, mended\n", to: "chapters/01-a.md")
        }
        let log = try await weave(builds: 2, [{ throw Diagnostics([problem]) }])
        try await saving.value
        #expect(log == ["start", "end", "start", "end", "\(problem)\n", "woven"])
    }
}
