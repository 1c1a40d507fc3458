import Exhibits
import Foundation
import Testing

@testable import Literate

/// Results that travel with the book: used when their key is right, computed again otherwise, never served stale.
@Suite(.serialized) struct KeptResultsTests {
    /// A book that trains for three seeds in one cell, and notes in a file elsewhere each time that it does.
    private struct Training {
        var book: TemporaryBook
        let log: URL
        var weaving: Weaving
        private let salt = TemporaryBook.nonce()

        init() throws {
            log = FileManager.default.temporaryDirectory.appendingPathComponent("weave-kept-\(salt)")
            book = try TemporaryBook([:])
            weaving = book.weaving()
            weaving.cache = book.folder.appendingPathComponent("cache")
            try write()
        }

        func write(
            setup: String = "let rate = 2.0", above: String = "", training: String = "Double(seed) * rate",
            seeds: String = "1...3", later: String = "runs.count", behind: String = "", option: String = "keep: true"
        ) throws {
            try book.write(
                """
                # A\(above)

                ```swift
                import Foundation
                let salt = UInt64(\(salt))
                \(setup)
                ```

                ```swift
                //| \(option)
                let runs = try await remember("runs", for: \(seeds)) { seed in
                    let log = open("\(log.path)", O_WRONLY | O_CREAT | O_APPEND, 0o644)
                    write(log, "x", 1)
                    close(log)
                    return \(training)
                }
                ```

                `{swift} runs.reduce(0, +)`, `{swift} \(later)`

                ```swift
                \(behind)
                ```
                """, to: "01-a.md")
        }

        /// How many seeds were trained since the last call.
        func trained() throws -> Int {
            defer { try? FileManager.default.removeItem(at: log) }
            return (try? Data(contentsOf: log).count) ?? 0
        }

        /// Weaves as another machine would to which only the repository came.
        func weaveElsewhere() async throws -> Weaving.Summary {
            var other = weaving
            other.cache = book.folder.appendingPathComponent("cache \(TemporaryBook.nonce())")
            return try await other.run()
        }

        func kept() throws -> String {
            try String(contentsOf: weaving.chapters.appendingPathComponent("kept/01-a.txt"), encoding: .utf8)
        }
    }

    @Test func `a clone uses what is kept, and makes the same pages`() async throws {
        let training = try Training()
        defer { training.book.remove() }
        #expect(try await training.weaving.run().remembered == RecallCount(known: 0, computed: 3))
        #expect(try training.trained() == 3)
        let (page, kept) = (try training.book.page("01-a.html"), try training.kept())
        #expect(kept.split(separator: "\n").count == 3)
        #expect(page.contains("<p>12, 3</p>"))
        #expect(try await training.weaveElsewhere().remembered == RecallCount(known: 3, computed: 0))
        #expect(try training.trained() == 0)
        #expect(try training.book.page("01-a.html") == page)
        #expect(try training.kept() == kept)
        // Computed again, all is as it was.
        var fresh = training.weaving
        fresh.isFresh = true
        #expect(try await fresh.run().remembered == RecallCount(known: 0, computed: 3))
        #expect(try training.book.page("01-a.html") == page)
        #expect(try training.kept() == kept)
    }

    @Test func `each thing that a result depends on is in its key, and nothing else`() async throws {
        let training = try Training()
        defer { training.book.remove() }
        _ = try await training.weaving.run()
        _ = try training.trained()
        func expect(_ count: Int, _ change: String, _ edit: () throws -> Void) async throws {
            let kept = try training.kept()
            try edit()
            _ = try await training.weaveElsewhere()
            #expect(try training.trained() == count, "\(change)")
            try training.write()
            try? FileManager.default.removeItem(at: training.book.chapters.appendingPathComponent("data.txt"))
            try training.book.write(kept, to: "kept/01-a.txt")
        }
        try await expect(3, "the code before") { try training.write(setup: "let rate = 3.0") }
        try await expect(3, "an import") { try training.write(setup: "import Figures\nlet rate = 2.0") }
        try await expect(3, "the cell") { try training.write(training: "Double(seed) + rate") }
        try await expect(3, "its seeds") { try training.write(seeds: "2...4") }
        try await expect(3, "data") { try training.book.write("x", to: "data.txt") }
        try await expect(3, "modules of the book") { try training.book.write("modules: [Exhibits]\n", to: "book.yml") }
        try FileManager.default.removeItem(at: training.book.chapters.appendingPathComponent("book.yml"))
        try await expect(0, "comments and layout") { try training.write(setup: "// twice\n\n  let rate  =  2.0") }
        try await expect(0, "prose") { try training.write(above: "\n\nText.\n\nMore.") }
        try await expect(0, "a later cell") { try training.write(later: "runs[0]", behind: "let mean = 1") }
        try await expect(0, "a function that it does not use") { try training.write(behind: "func more() {}") }
        try await expect(3, "a later function that it could use") {
            try training.write(behind: "func open(_ path: String) {}")
        }
    }

    @Test func `a damaged result is computed again and its file mended`() async throws {
        let training = try Training()
        defer { training.book.remove() }
        _ = try await training.weaving.run()
        _ = try training.trained()
        let kept = try training.kept()
        for (damage, count) in [
            (kept.replacing("[4]", with: "[5]"), 1), (String(kept.dropLast(5)), 1), ("", 3), ("not a line\n" + kept, 0),
            (kept.replacing("\t", with: " "), 3),
        ] {
            #expect(damage != kept)
            try training.book.write(damage, to: "kept/01-a.txt")
            _ = try await training.weaveElsewhere()
            #expect(try training.trained() == count)
            #expect(try training.kept() == kept)
            #expect(try training.book.page("01-a.html").contains("<p>12, 3</p>"))
        }
    }

    @Test func `weave keep says what holds, what is stale, damaged, missing or unused`() async throws {
        let training = try Training()
        defer { training.book.remove() }
        let missing = KeptReport.MissingCell(path: "chapters/01-a.md", line: 11)
        #expect(try await training.weaving.kept() == KeptReport(files: [], missing: [missing]))
        _ = try await training.weaving.run()
        let kept = try training.kept()
        var file = KeptReport.File(path: "chapters/kept/01-a.txt", size: kept.utf8.count, current: 3)
        #expect(try await training.weaving.kept() == KeptReport(files: [file], missing: []))
        try training.book.write(kept.replacing("[4]", with: "[5]"), to: "kept/01-a.txt")
        (file.current, file.damaged) = (2, ["runs"])
        #expect(try await training.weaving.kept() == KeptReport(files: [file], missing: []))
        try training.book.write(kept, to: "kept/01-a.txt")
        try training.write(setup: "let rate = 3.0")
        (file.current, file.stale, file.damaged) = (0, ["runs", "runs", "runs"], [])
        #expect(try await training.weaving.kept() == KeptReport(files: [file], missing: [missing]))
        try training.book.write("# A\n", to: "01-a.md")
        let unused = KeptReport.File(path: file.path, size: file.size, isUnused: true)
        #expect(try await training.weaving.kept() == KeptReport(files: [unused], missing: []))
        #expect(try training.trained() == 3)
    }

    @Test func `a check computes all again, or a sample that a seed chooses`() async throws {
        let training = try Training()
        defer { training.book.remove() }
        _ = try await training.weaving.run()
        _ = try training.trained()
        func check(_ sample: CheckSample?) async throws -> CheckReport {
            let folder = training.book.folder.appendingPathComponent("check \(TemporaryBook.nonce())")
            return try await training.weaving.check(in: folder, sample: sample)
        }
        #expect(try await check(nil).differences == [])
        #expect(try training.trained() == 3)
        #expect(try await check(CheckSample(count: 2, seed: 1)).sampled == 2)
        #expect(try training.trained() == 2)
        #expect(try await check(CheckSample(count: 9, seed: 1)).sampled == 3)
        #expect(try training.trained() == 3)
        // A wrong number that is trusted comes onto the page, and is found there.
        var results = KeptFile(of: "01-a", in: training.weaving.chapters).results
        results.lines[2].entry = results.lines[1].entry
        try KeptFile(of: "01-a", in: training.weaving.chapters).write(results)
        #expect(try await check(CheckSample(count: 0, seed: 1)).differences.count == 1)
        await #expect(throws: Diagnostics.self) { try await check(CheckSample(count: 3, seed: 1)) }
    }

    @Test func `a seed chooses a sample, each key as likely as any`() {
        let keys = (0..<10).map { "\($0)" }
        var counts: [String: Int] = [:]
        for seed in 0..<1000 {
            let chosen = CheckSample(count: 3, seed: UInt64(seed)).chosen(among: keys)
            #expect(
                chosen.count == 3 && chosen == CheckSample(count: 3, seed: UInt64(seed)).chosen(among: keys.reversed()))
            for key in chosen { counts[key, default: 0] += 1 }
        }
        // 300 ± 14.5 each.
        #expect(keys.allSatisfy { (240...360).contains(counts[$0] ?? 0) })
    }

    @Test func `two machines that disagree are an error`() async throws {
        let training = try Training()
        defer { training.book.remove() }
        _ = try await training.weaving.run()
        var results = KeptFile(of: "01-a", in: training.weaving.chapters).results
        results.lines[1].entry = results.lines[2].entry
        try KeptFile(of: "01-a", in: training.weaving.chapters).write(results)
        #expect(results.lines.count(where: \.isWhole) == 3)
        var fresh = training.weaving
        fresh.isFresh = true
        let diagnostics = await #expect(throws: Diagnostics.self) { try await fresh.run() }
        #expect(
            diagnostics?.all.map(\.description) == [
                "chapters/01-a.md:11:1: error: two machines disagree on remember(\"runs\"): chapters/kept/01-a.txt has another result than was computed here"
            ])
    }

    @Test func `a cell that is to be kept after it ran gets its file, and one that is not loses nothing`() async throws
    {
        let training = try Training()
        defer { training.book.remove() }
        try training.write(option: "echo: true")
        _ = try await training.weaving.run()
        #expect(throws: (any Error).self) { try training.kept() }
        try training.write()
        #expect(try await training.weaving.run().ran == 0)
        #expect(try training.kept().split(separator: "\n").count == 3)
        #expect(try training.trained() == 3)
    }
}
