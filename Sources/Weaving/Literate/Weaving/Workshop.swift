import DeterministicMath
import Exhibits
import Foundation

/// A book, and all that its chapters need to run: the compiler, the library, and what is kept from earlier runs.
struct Workshop {
    let book: Book
    let weaving: Weaving
    let compiler: Compiler
    let store: TranscriptCache
    /// What each chapter's transcript depends on.
    let keys: [TranscriptCache.Key]
    /// What cells remember.
    let memory: Memories

    /// Builds the library if it must be.
    ///
    /// - Parameter sources: what is in the folder of the package now.
    init(for book: Book, of weaving: Weaving, sources: PackageSources) async throws {
        let toolchain = try await Toolchain(memory: weaving.cache.appendingPathComponent("toolchain"))
        let library = try await RuntimeLibrary(
            building: book.settings.product, in: weaving.package, sources: sources, scratch: weaving.scratch,
            toolchain: toolchain, cache: weaving.cache
        ) { weaving.progress(.library($0)) }
        self.init(
            for: book, of: weaving,
            compiler: Compiler(toolchain: toolchain, library: library, limit: weaving.timeout))
    }

    /// Nil if the library must be built.
    init?(forBuiltLibraryOf book: Book, of weaving: Weaving, sources: PackageSources) async throws {
        let toolchain = try await Toolchain(memory: weaving.cache.appendingPathComponent("toolchain"))
        guard
            let library = RuntimeLibrary(
                built: book.settings.product, from: sources, scratch: weaving.scratch, toolchain: toolchain,
                cache: weaving.cache)
        else { return nil }
        self.init(
            for: book, of: weaving,
            compiler: Compiler(toolchain: toolchain, library: library, limit: weaving.timeout))
    }

    private init(for book: Book, of weaving: Weaving, compiler: Compiler) {
        self.book = book
        self.weaving = weaving
        self.compiler = compiler
        store = TranscriptCache(folder: weaving.cache.appendingPathComponent("transcripts"))
        memory = Memories(
            of: book, compiler: compiler, cache: weaving.cache,
            distrust: weaving.isFresh ? weaving.sample.map(Memories.Distrust.some) ?? .all : .none,
            isCheck: weaving.isCheck)
        keys = inParallel(book.chapters) { chapter in
            let program = Program(tangling: chapter, modules: book.modules(of: chapter))
            return TranscriptCache.Key(
                source: program.meaning(with: chapter),
                modules: compiler.library.parts.fingerprint(of: program.imports(with: chapter)),
                compiler: compiler.toolchain.version, flags: Compiler.flags, data: book.data.fingerprint)
        }
    }

    private func folder(of chapter: Chapter) -> URL {
        weaving.cache.appendingPathComponent("programs/\(chapter.stem)")
    }

    /// What a chapter computed, and what is worth telling of it.
    private typealias Computed = (transcript: Transcript, warnings: [Diagnostic])

    /// The results of earlier runs that still hold; nil for chapters that must run.
    private func kept(damaged: inout Int) -> [Computed?] {
        let answers = inParallel(Array(zip(book.chapters, keys))) {
            chapter, key -> SealedFile.Content<TranscriptCache.Entry>? in
            if chapter.hasNoCode { return nil }
            return weaving.isFresh ? .missing : store.entry(for: key)
        }
        return zip(book.chapters, answers).map { chapter, answer in
            switch answer {
            case nil: return (Transcript(), [])
            case .whole(let entry): return (entry.transcript, entry.warnings.map { $0.diagnostic(about: chapter) })
            case .missing: return nil
            case .damaged:
                damaged += 1
                return nil
            }
        }
    }

    /// What the chapters computed that need not run; nil for the others.
    func keptTranscripts() -> [Transcript?] {
        var damaged = 0
        return kept(damaged: &damaged).map { $0?.transcript }
    }

    /// Checks the types of all chapters that would have to run.
    ///
    /// - Throws: ``Diagnostics`` of all of them.
    func typecheck() async throws {
        let transcripts = keptTranscripts()
        _ = try await typechecked(transcripts.indices.filter { transcripts[$0] == nil })
    }

    /// What the chapters computed, now or in an earlier run.
    func transcripts(summary: inout Weaving.Summary) async throws -> [Transcript] {
        var results = kept(damaged: &summary.damaged)
        for (index, chapter) in book.chapters.enumerated() {
            // What a chapter remembers may have gone meanwhile, from its file or from this machine.
            guard let result = results[index], try !memory.keep(result.transcript, of: chapter) else { continue }
            results[index] = nil
        }
        let missing = results.indices.filter { results[$0] == nil }
        summary.ran = missing.count
        if !missing.isEmpty {
            let typechecked = try await typechecked(missing)
            let ran = try await concurrently(typechecked, jobs: weaving.jobs, effort: { length(of: $0.index) }) {
                try await run($0)
            }
            for (index, result) in zip(missing, ran) {
                results[index] = result.computed
                summary.remembered += result.remembered
            }
        }
        summary.warnings += results.flatMap { $0!.warnings }
        return results.map { $0!.transcript }
    }

    /// A chapter whose types are right.
    private struct Typechecked: Sendable {
        var index: Int
        var verdict: Compiler.Verdict
        /// Its program, if there was time to compile it.
        var program: Compiled?
    }

    /// A chapter's program, and what it may remember when it runs.
    private struct Compiled: Sendable {
        var executable: URL
        var recall: Recall
    }

    /// Checks the types of all chapters that must run before the first of them runs: a typing error costs a second, not a
    /// training.
    ///
    /// If processors would have nothing to do, they compile.
    private func typechecked(_ missing: [Int]) async throws -> [Typechecked] {
        let hasTime = missing.count < weaving.jobs
        return try await concurrently(missing, jobs: weaving.jobs, effort: length) { index in
            let chapter = book.chapters[index]
            weaving.progress(.checking(chapter: chapter.path))
            async let program = hasTime ? compile(chapter) : nil
            let verdict = try await compiler.typecheck(
                chapter, modules: book.modules(of: chapter), in: folder(of: chapter))
            return Typechecked(index: index, verdict: verdict, program: try await program)
        }
    }

    /// How much code a chapter has, by which the time goes that its compilation takes.
    private func length(of index: Int) -> Int { keys[index].source.utf8.count }

    /// Where nothing is left to train the compiler would take longer to optimise a program than the program runs. What a trap says
    /// is the optimiser's to leave out, so a chapter that shows one is always optimised.
    private func compile(_ chapter: Chapter) async throws -> Compiled {
        let recall = try memory.recall(for: chapter)
        let showsTrap = chapter.cells.contains { $0.kind == .shouldTrap }
        let computes = recall.isUsed ? !recall.hasSomethingOfEachCell : book.settings.optimizes
        let executable = try await compiler.compile(
            chapter, modules: book.modules(of: chapter), optimizing: showsTrap || computes, in: folder(of: chapter))
        return Compiled(executable: executable, recall: recall)
    }

    /// Compiles and runs a chapter and keeps what it computed, unless data changed meanwhile: nobody can tell which it read.
    private func run(_ typechecked: Typechecked) async throws -> (computed: Computed, remembered: RecallCount) {
        let index = typechecked.index
        let chapter = book.chapters[index]
        let start = ContinuousClock.now
        weaving.progress(.compiling(chapter: chapter.path))
        defer { weaving.progress(.done(chapter: chapter.path)) }
        let program = if let program = typechecked.program { program } else { try await compile(chapter) }
        let recall = program.recall
        let result: Result<Transcript, any Error>
        do {
            let transcript = try await Transcript(
                running: program.executable, of: chapter, in: weaving.chapters, recalling: recall.arguments,
                launcher: weaving.launcher, timeout: weaving.timeout
            ) { cell in
                weaving.progress(.cell(chapter: chapter.path, line: cell.firstLine))
            }
            result = .success(transcript)
        } catch {
            result = .failure(error)
        }
        let changes = DataFiles(in: weaving.chapters).changes(since: book.data)
        if !changes.isEmpty { try recall.forget() }
        var transcript = try result.get()
        for (cell, refusal) in typechecked.verdict.refusals {
            transcript.cells[cell, default: .init()].failure = refusal
        }
        guard changes.isEmpty else {
            let problem = Problem.dataChanged(changes.map { "\(book.name)/\($0)" })
            let warning = Diagnostic(path: chapter.path, position: nil, severity: .warning, problem: problem)
            return ((transcript, typechecked.verdict.warnings + [warning]), recall.count(for: transcript))
        }
        try memory.keep(transcript, of: chapter)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let warnings = typechecked.verdict.warnings.compactMap { CompilerWarning($0, about: chapter) }
        try store.store(
            TranscriptCache.Entry(key: keys[index], transcript: transcript, warnings: warnings, seconds: seconds))
        return ((transcript, typechecked.verdict.warnings), recall.count(for: transcript))
    }
}
