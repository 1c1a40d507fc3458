public import Foundation

/// What a check found.
public struct CheckReport: Hashable, Sendable {
    /// Everything on the site that a run from nothing does not give again.
    public var differences: [Difference] = []
    /// How many cells were left out because their results differ from run to run.
    public var volatileCells = 0
    /// What ran.
    public var summary = Weaving.Summary()
}

extension Weaving {
    /// Runs the whole book from nothing and compares with the site, which it does not touch.
    ///
    /// - Parameter folder: an empty folder for programs and results.
    /// - Throws: ``Diagnostics`` of the book.
    public func check(in folder: URL) async throws -> CheckReport {
        var fresh = self
        fresh.cache = folder
        fresh.isFresh = true
        var report = CheckReport()
        return try await WeaveLock.holding(cache, waiting: { progress(.waiting) }) {
            let book = try Book(reading: chapters, named: chaptersName)
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
