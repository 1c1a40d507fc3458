import Foundation
import Markdown
import Testing

@testable import Literate

/// What is kept from run to run: transcripts, and what cells remember.
@Suite(.serialized) struct MemoryTests {
    /// A chapter that trains in its first cell: `salt` makes it unlike that of any other test run.
    private func chapter(salt: Int, seed: Int = 1, later: String = "history.count") -> String {
        """
        ```swift
        import Foundation
        let salt = \(salt)
        let seed = \(seed)
        ```

        ```swift
        let log = FileManager.default.temporaryDirectory.appendingPathComponent("weave-memory-\\(salt)")
        var history: [[Double]] = []
        for part in 0..<2 {
            let values = remember("training") {
                let before = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
                try! Data((before + "x").utf8).write(to: log)
                return [Double(part), .nan, -0.0, .infinity, 0.1 + 0.2, Double(seed)]
            }
            history.append(values)
        }
        print(history)
        ```

        `{swift} \(later)`
        """
    }

    @Test func `a remembered value is computed once for its code, whatever later cells do`() async throws {
        let salt = Int.random(in: 0..<1 << 60)
        let log = FileManager.default.temporaryDirectory.appendingPathComponent("weave-memory-\(salt)")
        func computations() throws -> Int { try Data(contentsOf: log).count }
        let book = try TemporaryBook(["01-a.md": chapter(salt: salt)])
        defer { book.remove() }
        _ = try await book.weave()
        let expected =
            "<samp>[[0.0, nan, -0.0, inf, 0.30000000000000004, 1.0], [1.0, nan, -0.0, inf, 0.30000000000000004, 1.0]]</samp>"
        #expect(try book.page("01-a.html").contains(expected))
        #expect(try computations() == 2)

        try book.write(chapter(salt: salt, later: "history.count + 1"), to: "01-a.md")
        #expect(try await book.weave().ran == 1)
        #expect(try computations() == 2)
        #expect(try book.page("01-a.html").contains(expected))

        try book.write(chapter(salt: salt, seed: 2), to: "01-a.md")
        _ = try await book.weave()
        #expect(try computations() == 4)
        #expect(try book.page("01-a.html").contains("2.0]]"))

        _ = try await book.weave(isFresh: true)
        #expect(try computations() == 6)
    }

    @Test func `a chapter is optimised while something that it remembers is missing, or where its book is`()
        async throws
    {
        let salt = Int.random(in: 0..<1 << 60)
        let book = try TemporaryBook(["01-a.md": chapter(salt: salt)])
        defer { book.remove() }
        var weaving = book.weaving()
        // A cache of its own: other tests have chapters of that name.
        weaving.cache = book.folder.appendingPathComponent("cache")
        func isOptimized() throws -> Bool {
            let program = weaving.cache.appendingPathComponent("programs/01-a/chapter")
            // What only programs without optimisation link.
            return try Data(contentsOf: program).firstRange(of: Data("swiftSwiftOnoneSupport".utf8)) == nil
        }
        _ = try await weaving.run()
        #expect(try isOptimized())
        let page = try book.page("01-a.html")
        try book.write(chapter(salt: salt, later: "history.count + 0"), to: "01-a.md")
        _ = try await weaving.run()
        #expect(try !isOptimized())
        /// The page without its fingerprints, which name the text of the chapter too.
        func shown(_ page: String) -> String {
            page.replacing(" + 0", with: "").replacing(/\b[0-9a-f]{8}\b/, with: "")
        }
        #expect(try shown(book.page("01-a.html")) == shown(page))

        let plain = "```swift\nlet a: UInt64 = \(TemporaryBook.nonce())\n```\n"
        try book.write(plain, to: "01-a.md")
        _ = try await weaving.run()
        #expect(try isOptimized())
        try book.write("optimize: false\n", to: "book.yml")
        try book.write(plain.replacing("let a", with: "let b"), to: "01-a.md")
        _ = try await weaving.run()
        #expect(try !isOptimized())
    }

    @Test func `a damaged entry is noticed and made anew`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("weave cache \(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let cache = TranscriptCache(folder: folder)
        let key = TranscriptCache.Key(source: "s", modules: "m", compiler: "c", flags: [], data: "d")
        var transcript = Transcript()
        transcript.inlines[0] = "3.14"
        try cache.store(TranscriptCache.Entry(key: key, transcript: transcript, seconds: 1))
        func answer() -> String {
            switch cache.entry(for: key) {
            case .whole(let entry): entry.transcript == transcript ? "kept" : "wrong"
            case .missing: "missing"
            case .damaged: "damaged"
            }
        }
        #expect(answer() == "kept")
        let file = folder.appendingPathComponent(key.name + ".json")
        let whole = try Data(contentsOf: file)
        for length in [0, 10, 16, whole.count - 1] {
            try whole.prefix(length).write(to: file)
            #expect(answer() == "damaged")
        }
        for place in 0..<whole.count {
            var changed = whole
            changed[place] ^= 1
            try changed.write(to: file)
            #expect(answer() == "damaged")
        }
        try FileManager.default.removeItem(at: file)
        #expect(answer() == "missing")
    }

    @Test func `the cache loses its oldest entries and programs of chapters that are gone`() throws {
        let cache = FileManager.default.temporaryDirectory.appendingPathComponent("weave cache \(UUID())")
        defer { try? FileManager.default.removeItem(at: cache) }
        let manager = FileManager.default
        for folder in ["transcripts", "remembered/swift", "programs/01-a", "programs/02-gone"] {
            try manager.createDirectory(at: cache.appendingPathComponent(folder), withIntermediateDirectories: true)
        }
        for (age, name) in ["transcripts/new", "remembered/swift/middle", "transcripts/old"].enumerated() {
            let file = cache.appendingPathComponent(name)
            try Data(count: 100).write(to: file)
            try manager.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -1000 * Double(age))], ofItemAtPath: file.path)
        }
        try CacheCleaning.clean(cache, keeping: ["01-a"], mostBytes: 250)
        let left = try manager.subpathsOfDirectory(atPath: cache.path).sorted()
        #expect(
            left == [
                "programs", "programs/01-a", "remembered", "remembered/swift", "remembered/swift/middle", "transcripts",
                "transcripts/new",
            ])
        try CacheCleaning.clean(cache, keeping: ["01-a"], mostBytes: 1)
        #expect(manager.fileExists(atPath: cache.appendingPathComponent("transcripts/new").path))
    }
}

/// The note that nothing changed, which must never be wrong.
@Suite(.serialized) struct BuildStampTests {
    @Test func `the stamp holds until anything that was read or written changes`() async throws {
        let book = try TemporaryBook(["01-a.md": "# A\n\n`{swift} 1`\n", "data.txt": "x"])
        defer { book.remove() }
        // A cache of its own: other tests weave other books in theirs.
        var weaving = book.weaving()
        weaving.cache = book.folder.appendingPathComponent("cache")
        func stamp(of weaving: Weaving) -> BuildStamp? {
            BuildStamp.valid(for: weaving, inputs: weaving.currentInputs())
        }
        func holds() -> Bool { stamp(of: weaving) != nil }
        // The very first weave builds the library, and only then is it known what the library is made of.
        _ = try await weaving.run()
        let summary = try await weaving.run()
        #expect(stamp(of: weaving)?.summary.numbers == summary.numbers)
        var fresh = weaving
        fresh.isFresh = true
        #expect(stamp(of: fresh) == nil)

        try book.write("y", to: "data.txt")
        #expect(!holds())
        try book.write("x", to: "data.txt")
        #expect(holds())

        let page = book.site.appendingPathComponent("01-a.html")
        let before = try Data(contentsOf: page)
        try Data("z".utf8).write(to: page)
        #expect(!holds())
        #expect(try await weaving.run().isChanged)
        #expect(try Data(contentsOf: page) == before)
        #expect(holds())

        try book.write("# B\n", to: "02-b.md")
        #expect(!holds())
    }

    @Test(arguments: [
        ("A $x$ b.\n", "1:1"), ("A `{swift} [1].first as Int?`.\n", "1:12"),
        ("- a\n\n  ```swift\n  //| echo: false\n  func f() {\n    var b = 2\n    print(b)\n  }\n  ```\n", "6:9"),
        ("```swift\n//| lst-cap: A `{swift} [1].first as Int?`\n//| label: lst-a\nlet a = 1\n```\n", "2:25"),
    ])
    func `a book with warnings tells them each time, at their places`(text: String, place: String) async throws {
        let book = try TemporaryBook(["01-a.md": text])
        defer { book.remove() }
        let position = place.split(separator: ":").compactMap { Int($0) }
        for above in 0..<3 {
            try book.write(String(repeating: "B\n\n", count: above) + text, to: "01-a.md")
            let warnings = try await book.weave().warnings
            #expect(warnings.map(\.severity) == [.warning])
            #expect(warnings.map(\.position) == [SourcePosition(line: position[0] + 2 * above, column: position[1])])
            #expect(try await book.weave().warnings == warnings)
        }
    }
}
