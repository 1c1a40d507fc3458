public import Foundation

/// The whole way from a folder of chapters to a folder of pages.
public struct Weaving: Sendable {
    /// The folder of the package whose library the cells use.
    public var package: URL
    /// Where SwiftPM builds that library.
    public var scratch: URL
    /// Where weave keeps transcripts, programs and what cells remember.
    public var cache: URL
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
    /// A program with arguments that starts those of chapters, such as `srun -n1 -c2`; empty if weave starts them itself.
    public var launcher: [String] = []
    /// Whether transcripts of earlier runs are ignored.
    public var isFresh: Bool
    /// Of the results that are kept with the book, those that are computed again, by their keys, where not all are.
    var sample: Set<String>?
    /// Whether results are only compared with those that are kept with the book.
    var isCheck = false

    /// Told of each step, from any thread.
    public var progress: @Sendable (Step) -> Void

    /// A step on the way, for those who wait.
    public enum Step: Hashable, Sendable {
        /// Another weave of this package is at work; this one waits.
        case waiting
        /// The library is built, since its sources changed.
        case library(String)
        /// A chapter's types are checked.
        case checking(chapter: String)
        /// A chapter is compiled.
        case compiling(chapter: String)
        /// The cell at this line of a chapter starts.
        case cell(chapter: String, line: Int)
        /// A chapter is done.
        case done(chapter: String)
    }

    /// A way from `chapters` to `site`.
    public init(
        package: URL, scratch: URL, chapters: URL, chaptersName: String, site: URL, jobs: Int, timeout: Duration,
        isFresh: Bool, progress: @escaping @Sendable (Step) -> Void = { _ in }
    ) {
        self.progress = progress
        self.package = package
        self.scratch = scratch
        cache = scratch.appendingPathComponent("weave")
        self.chapters = chapters
        self.chaptersName = chaptersName
        self.site = site
        self.jobs = jobs
        self.timeout = timeout
        self.isFresh = isFresh
    }

    /// Reads, runs, weaves and writes, unless all is as the last weave left it.
    ///
    /// - Throws: ``Diagnostics`` of the book, or an error of the file system. The site is then as it was.
    public func run() async throws -> Summary {
        try await WeaveLock.holding(cache, waiting: { progress(.waiting) }) {
            let sources = packageSources()
            let surroundings = surroundings(of: sources)
            let inputs = BuildStamp.inputs(of: self, surroundings: surroundings)
            if let stamp = BuildStamp.valid(for: self, inputs: inputs) { return stamp.summary }
            let woven = try await weave(sources, keeping: surroundings.map(pageStore))
            // What was saved during a run may have been part of it.
            guard woven.summary.ran == 0 || inputs == currentInputs() else { return woven.summary }
            try woven.earlier.keep(
                woven.pages, of: woven.book, with: woven.transcripts, warnings: woven.summary.warnings)
            try BuildStamp(of: woven.site, for: self, inputs: inputs, summary: woven.summary)?.write(for: self)
            return woven.summary
        }
    }

    /// A book on its way.
    private struct Woven {
        let book: Book
        let earlier: EarlierPages
        let transcripts: [Transcript]
        let pages: [Page]
        let site: Site
        var summary: Summary
    }

    /// The way itself.
    private func weave(_ sources: PackageSources, keeping store: PageStore?) async throws -> Woven {
        let (book, earlier) = try read(keeping: store)
        var summary = Summary()
        let transcripts = try await transcripts(of: book, sources: sources, summary: &summary)
        summary.add(earlier)
        let pages = [Page](of: book, with: transcripts)
        let site = try Site(of: book, pages: earlier.completed(by: pages, in: book))
        summary.isChanged = try await WeaveLock.holding(cache, for: .writing) {
            try SiteFolder(url: self.site).write(site)
        }
        return Woven(
            book: book, earlier: earlier, transcripts: transcripts, pages: pages, site: site, summary: summary)
    }

    /// Reads the book but for the chapters whose pages stand as they would be made again.
    ///
    /// - Parameter store: the pages of earlier weaves; nil if all chapters are to be read.
    func read(keeping store: PageStore?) throws -> (book: Book, earlier: EarlierPages) {
        let files = try BookFiles(in: chapters, named: chaptersName)
        let records = store?.records(of: files.chapters) ?? []
        let draft = BookDraft(of: files, in: chapters, named: chaptersName, knowing: records.map { $0?.outline })
        let earlier = EarlierPages(of: draft, in: store, records: records)
        return (try Book(completing: draft, leavingOut: earlier.contains), earlier)
    }

    /// The manifest and the sources of the package, as they are now.
    func packageSources() -> PackageSources { PackageSources(of: package, scratch: scratch) }

    /// Names what every page depends on beside the folder of the chapters; nil if that is not known.
    func surroundings(of sources: PackageSources) -> String? {
        Surroundings.key(of: [chapters.path, chaptersName, site.path], sources: sources)
    }

    /// The pages of earlier weaves.
    func pageStore(in surroundings: String) -> PageStore {
        PageStore(
            folder: cache.appendingPathComponent("pages"), site: SiteFolder(url: site), surroundings: surroundings,
            isFresh: isFresh)
    }

    /// Names all that the book is made of, as it is now.
    func currentInputs() -> String? {
        BuildStamp.inputs(of: self, surroundings: surroundings(of: packageSources()))
    }

    /// What the chapters of a book that were read computed, now or in an earlier run.
    func transcripts(of book: Book, sources: PackageSources, summary: inout Summary) async throws -> [Transcript] {
        guard !book.diagnostics.hasErrors else {
            throw Diagnostics(book.diagnostics + (try await typingErrors(in: book, sources: sources)))
        }
        summary.warnings = book.diagnostics
        let workshop = try await Workshop(for: book, of: self, sources: sources)
        let transcripts = try await workshop.transcripts(summary: &summary)
        if summary.ran > 0 { try CacheCleaning.clean(cache, keeping: Set(book.outlines.map(\.stem))) }
        let labels = zip(book.chapters, transcripts).flatMap { ExhibitLabels(chapter: $0, transcript: $1).diagnostics }
        guard labels.isEmpty else { throw Diagnostics(labels) }
        for (chapter, transcript) in zip(book.chapters, transcripts) {
            summary.add(PageCounts(of: chapter, with: transcript))
        }
        return transcripts
    }

    /// What the compiler says of the chapters that read well, in a book of which others do not: nobody should mend one
    /// mistake only to be told of the next.
    private func typingErrors(in book: Book, sources: PackageSources) async throws -> [Diagnostic] {
        var part = book
        part.chapters.removeAll { chapter in
            book.diagnostics.contains { $0.path == chapter.path && $0.severity == .error }
        }
        guard part.chapters.contains(where: { !$0.hasNoCode }) else { return [] }
        do {
            try await Workshop(for: part, of: self, sources: sources).typecheck()
            return []
        } catch let diagnostics as Diagnostics {
            return diagnostics.all
        }
    }
}
