import Exhibits
public import Foundation

/// The whole way from a folder of chapters to a folder of pages.
public struct Weaving: Sendable {
    /// The folder of the package whose library the cells use.
    public var package: URL
    /// Where SwiftPM builds that library, and weave keeps transcripts.
    public var scratch: URL
    /// The folder of the chapters.
    public var chapters: URL
    /// The folder as diagnostics name it.
    public var chaptersName: String
    /// The folder of the pages.
    public var site: URL
    /// How many chapters are compiled or run at once.
    public var jobs: Int
    /// The longest that a chapter's program may run.
    public var timeout: Duration
    /// Whether transcripts of earlier runs are ignored.
    public var isFresh: Bool

    /// A way from `chapters` to `site`.
    public init(
        package: URL, scratch: URL, chapters: URL, chaptersName: String, site: URL, jobs: Int, timeout: Duration,
        isFresh: Bool
    ) {
        self.package = package
        self.scratch = scratch
        self.chapters = chapters
        self.chaptersName = chaptersName
        self.site = site
        self.jobs = jobs
        self.timeout = timeout
        self.isFresh = isFresh
    }

    /// What a weave did.
    public struct Summary: Hashable, Sendable {
        /// How many chapters the book has.
        public var chapters = 0
        /// How many of them ran; the others' transcripts were kept from an earlier run.
        public var ran = 0
        /// How many cells the book has.
        public var cells = 0
        /// How many figures it shows.
        public var figures = 0
        /// How many numbers stand in its prose.
        public var numbers = 0
        /// How many sentences were checked.
        public var claims = 0
        /// What is worth telling though nothing is wrong.
        public var warnings: [Diagnostic] = []
        /// Whether the site was written, rather than found to be the same.
        public var isChanged = false
    }

    private var cache: URL { scratch.appendingPathComponent("weave") }

    /// Reads, runs, weaves and writes.
    ///
    /// - Throws: ``Diagnostics`` of the book, or an error of the file system. The site is then as it was.
    public func run() async throws -> Summary {
        let book = try Book(reading: chapters, named: chaptersName)
        guard !book.diagnostics.hasErrors else { throw Diagnostics(book.diagnostics) }
        var summary = Summary()
        summary.warnings = book.diagnostics
        let transcripts = try await transcripts(of: book, summary: &summary)
        let woven = zip(book.chapters, transcripts).map { WovenChapter(weaving: $0, with: $1) }
        summary.isChanged = try SiteFolder(url: site).write(try Site(of: book, woven: woven))
        summary.count(book, transcripts)
        return summary
    }

    private func transcripts(of book: Book, summary: inout Summary) async throws -> [Transcript] {
        let toolchain = try await Toolchain(memory: cache.appendingPathComponent("toolchain"))
        let library = try await RuntimeLibrary(
            building: book.settings.product, in: package, scratch: scratch, toolchain: toolchain, cache: cache)
        let compiler = Compiler(toolchain: toolchain, library: library)
        let store = TranscriptCache(folder: cache.appendingPathComponent("transcripts"))
        let programs = book.chapters.map { Program(tangling: $0, modules: book.settings.modules) }
        let keys = programs.map { program in
            TranscriptCache.Key(
                source: program.identity, library: library.fingerprint, compiler: toolchain.version,
                flags: Compiler.flags, data: book.dataDigest)
        }
        var transcripts = keys.map { isFresh ? nil : store.transcript(for: $0) }
        for (index, chapter) in book.chapters.enumerated() where chapter.code.isEmpty {
            transcripts[index] = Transcript()
        }
        let missing = transcripts.indices.filter { transcripts[$0] == nil }
        summary.ran = missing.count
        // All chapters are type-checked before the first runs: a typing error costs a second, not a training.
        let modules = book.settings.modules
        @Sendable func folder(_ index: Int) -> URL {
            cache.appendingPathComponent("programs/\(book.chapters[index].stem)")
        }
        let warnings = try await concurrently(missing) { index in
            try await compiler.check(book.chapters[index], modules: modules, in: folder(index))
        }
        summary.warnings += warnings.joined()
        let ran = try await concurrently(missing) { index in
            let chapter = book.chapters[index]
            let executable = try await compiler.compile(chapter, modules: modules, in: folder(index))
            let transcript = try await Transcript(running: executable, of: chapter, in: chapters, timeout: timeout)
            try store.store(transcript, for: keys[index])
            return transcript
        }
        for (index, transcript) in zip(missing, ran) { transcripts[index] = transcript }
        return transcripts.map { $0! }
    }

    /// Does `work` for every item, at most `jobs` at a time, and gathers what is wrong with all of them.
    private func concurrently<Item: Sendable, Result: Sendable>(
        _ items: [Item], work: @escaping @Sendable (Item) async throws -> Result
    ) async throws -> [Result] {
        var results: [Int: Result] = [:]
        var failures: [Int: [Diagnostic]] = [:]
        try await withThrowingTaskGroup(of: (Int, Swift.Result<Result, Diagnostics>).self) { group in
            func add(_ index: Int) {
                let item = items[index]
                group.addTask {
                    do {
                        return (index, .success(try await work(item)))
                    } catch let diagnostics as Diagnostics {
                        return (index, .failure(diagnostics))
                    }
                }
            }
            var next = min(max(1, jobs), items.count)
            for index in 0..<next { add(index) }
            while let (index, result) = try await group.next() {
                switch result {
                case .success(let value): results[index] = value
                case .failure(let diagnostics): failures[index] = diagnostics.all
                }
                if next < items.count {
                    add(next)
                    next += 1
                }
            }
        }
        guard failures.isEmpty else { throw Diagnostics(items.indices.flatMap { failures[$0] ?? [] }) }
        return items.indices.map { results[$0]! }
    }
}

extension Weaving.Summary {
    fileprivate mutating func count(_ book: Book, _ transcripts: [Transcript]) {
        chapters = book.chapters.count
        cells = book.chapters.map { chapter in chapter.cells.count { $0.kind == .run } }.reduce(0, +)
        numbers = book.chapters.map(\.inlines.count).reduce(0, +)
        let results = transcripts.flatMap(\.cells.values)
        claims = results.map(\.claims.count).reduce(0, +)
        figures = results.flatMap(\.exhibits).count(where: \.isFigure)
    }
}
