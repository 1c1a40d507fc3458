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
            let book = try Book(reading: chapters, named: chaptersName)
            let part = try book.part(of: names)
            let transcripts = try await transcripts(of: part, summary: &summary)
            let results = Dictionary(uniqueKeysWithValues: zip(part.chapters.map(\.path), transcripts))
            // The definitions of earlier chapters are linked, so they are woven too, without results.
            let woven = book.chapters.map { WovenChapter(weaving: $0, with: results[$0.path] ?? Transcript()) }
            let folder = SiteFolder(url: site)
            let pages = Set(part.chapters.map(\.page))
            let newPages = try Site(of: book, woven: woven).part(of: pages)
            summary.isChanged = try folder.write(newPages.completed(by: folder))
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
            guard let chapter = chapters.first(where: { [$0.path, $0.stem + ".md", $0.stem].contains(name) }) else {
                throw Failure.noSuchChapter(name, known: chapters.flatMap { [$0.path, $0.stem] })
            }
            paths.insert(chapter.path)
        }
        var part = self
        let others = Set(chapters.map(\.path)).subtracting(paths)
        part.chapters.removeAll { others.contains($0.path) }
        part.diagnostics.removeAll { others.contains($0.path) }
        return part
    }
}

extension Site {
    /// The site with only some of its pages, with their data, and without what is made of all pages.
    func part(of pages: Set<String>) -> Site {
        let stems = pages.map { $0.dropLast(".html".count) }
        let files = files.filter { path, _ in
            pages.contains(path) || stems.contains { path.hasPrefix("data/\($0)/") }
                || !(path.hasSuffix(".html") || path.hasPrefix("data/") || path == SearchIndex.fileName)
        }
        return Site(files: files)
    }

    /// The site with what an earlier weave wrote for all that this one lacks.
    func completed(by folder: SiteFolder) -> Site {
        Site(files: files.merging(folder.contents()) { new, _ in new })
    }
}
