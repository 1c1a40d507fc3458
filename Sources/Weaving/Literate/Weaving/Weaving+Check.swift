import DeterministicMath
public import Foundation

/// What a check found.
public struct CheckReport: Hashable, Sendable {
    /// Everything on the site that a run from nothing does not give again.
    public var differences: [Difference] = []
    /// How many cells were left out because their results differ from run to run.
    public var volatileCells = 0
    /// How many of the results that are kept with the book were computed again; nil for all.
    public var sampled: Int?
    /// What ran.
    public var summary = Weaving.Summary()
}

/// Some of the results that are kept with a book, chosen by chance.
public struct CheckSample: Hashable, Sendable {
    /// How many.
    public var count: Int
    /// What chooses them.
    public var seed: UInt64

    /// The sample of `count` results that `seed` chooses.
    public init(count: Int, seed: UInt64) {
        self.count = count
        self.seed = seed
    }

    /// The chosen ones.
    func chosen(among keys: [String]) -> Set<String> {
        var generator = Xoshiro256StarStar(seed: seed)
        let keys = keys.sorted()
        return Set(generator.permutation(count: keys.count).prefix(count).map { keys[$0] })
    }
}

extension Weaving {
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
                new: try Site(of: book, pages: book.pages(with: transcripts)))
            report.differences = try comparison.differences()
            report.volatileCells = book.chapters.map { VolatileCode(of: $0).cells.count }.reduce(0, +)
            return report
        }
    }
}
