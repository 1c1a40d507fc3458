import Foundation

extension Weaving {
    /// Weaves some chapters only: the pages of the others, the glossary and the search wait for a weave of the whole book.
    ///
    /// Links and references into the other chapters are checked, since all are read; nothing else of them is looked at.
    ///
    /// - Parameter names: the chapters, as paths, file names, or file names without `.md`.
    /// - Throws: ``Diagnostics`` of those chapters, ``Failure/noSuchChapter(_:known:)``, or an error of the file system.
    ///   The site is then as it was.
    public func run(only names: [String]) async throws -> Summary {
        try await WeaveLock.holding(cache, waiting: { progress(.waiting) }) {
            var summary = Summary()
            let sources = packageSources()
            let store = PageStore(for: self, sources: sources)
            let part = try Book(reading: chapters, named: chaptersName, keeping: store).part(of: names)
            let transcripts = try await transcripts(of: part, sources: sources, summary: &summary)
            let folder = SiteFolder(url: site)
            let pages = try Site(of: part.pages(with: transcripts), with: part.images)
            summary.isChanged = try folder.write(pages.completed(by: folder))
            return summary
        }
    }
}

extension Book {
    /// The book with only some of its chapters, and what is wrong with those.
    ///
    /// - Parameter names: paths, file names, or file names without `.md`.
    func part(of names: [String]) throws(Failure) -> Book {
        var paths: Set<String> = []
        for name in names {
            guard let chapter = outlines.first(where: { [$0.path, $0.stem + ".md", $0.stem].contains(name) }) else {
                throw Failure.noSuchChapter(name, known: outlines.flatMap { [$0.path, $0.stem] })
            }
            paths.insert(chapter.path)
        }
        var part = self
        let others = Set(outlines.map(\.path)).subtracting(paths)
        part.chapters.removeAll { others.contains($0.path) }
        part.kept = part.kept.filter { !others.contains($1.record.outline.path) }
        part.diagnostics.removeAll { others.contains($0.path) }
        return part
    }
}
