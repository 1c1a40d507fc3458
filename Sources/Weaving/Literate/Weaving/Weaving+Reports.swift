public import Foundation

// What can be asked of a book without a change of its site.
extension Weaving {
    /// The chapters, their labels, and which of them would run.
    ///
    /// - Throws: ``Diagnostics`` of the book or its library.
    public func list() async throws -> [ChapterListing] {
        try await WeaveLock.holding(cache, waiting: { progress(.waiting) }) {
            let book = try Book(reading: chapters, named: chaptersName)
            guard !book.diagnostics.hasErrors else { throw Diagnostics(book.diagnostics) }
            let workshop = try await Workshop(for: book, of: self, sources: packageSources())
            return zip(book.chapters, workshop.keys).map { chapter, key in
                let labels = chapter.labels.filter(\.isNamedByAuthor).map { "\($0.label) (\($0.name(in: .english)))" }
                var seconds: Double?
                if case .whole(let entry) = workshop.store.entry(for: key) { seconds = entry.seconds }
                if chapter.hasNoCode { seconds = 0 }
                return ChapterListing(path: chapter.path, labels: labels, seconds: seconds)
            }
        }
    }

    /// What is kept with the book.
    ///
    /// - Throws: ``Diagnostics`` of the book or its library.
    public func kept() async throws -> KeptReport {
        try await WeaveLock.holding(cache, waiting: { progress(.waiting) }) {
            let book = try Book(reading: chapters, named: chaptersName)
            guard !book.diagnostics.hasErrors else { throw Diagnostics(book.diagnostics) }
            let workshop = try await Workshop(for: book, of: self, sources: packageSources())
            return KeptReport(of: book, remembering: workshop.memory)
        }
    }

    /// Runs the whole book from nothing and compares with the site, which it does not touch.
    ///
    /// - Parameters:
    ///   - folder: an empty folder for programs and results.
    ///   - sample: which of the results that are kept with the book are computed again, while the others are trusted; nil for
    ///     all.
    /// - Throws: ``Diagnostics`` of the book.
    public func check(in folder: URL, sample: CheckSample? = nil) async throws -> CheckReport {
        var fresh = self
        fresh.cache = folder
        fresh.isFresh = true
        fresh.isCheck = true
        var report = CheckReport()
        return try await WeaveLock.holding(cache, waiting: { progress(.waiting) }) {
            let book = try Book(reading: chapters, named: chaptersName)
            if let sample {
                let memory = try await Workshop(for: book, of: self, sources: packageSources()).memory
                fresh.sample = sample.chosen(among: book.chapters.flatMap(memory.currentKeys))
                report.sampled = fresh.sample?.count
            }
            let transcripts = try await fresh.transcripts(
                of: book, sources: packageSources(), summary: &report.summary)
            let comparison = SiteComparison(
                book: book, old: SiteFolder(url: site),
                new: try Site(of: book, pages: [Page](of: book, with: transcripts)))
            report.differences = try comparison.differences()
            report.volatileCells = book.chapters.map { VolatileCode(of: $0).cells.count }.reduce(0, +)
            return report
        }
    }
}
