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
            let (book, earlier) = try read(keeping: surroundings(of: sources).map(pageStore))
            let part = try book.part(of: names)
            let transcripts = try await transcripts(of: part.book, sources: sources, summary: &summary)
            summary.add(earlier, of: part.pages)
            summary.isChanged = try await replacePages(of: part.book, with: transcripts)
            return summary
        }
    }

    /// Weaves the pages of the chapters that need not run, while another weave of the book is at work on the others.
    ///
    /// - Returns: false if the library is not built yet, and nothing is known of any chapter.
    /// - Throws: ``Diagnostics`` of the book, as far as they are known without a compiler.
    public func runComputed() async throws -> Bool {
        let sources = packageSources()
        var book = try read(keeping: surroundings(of: sources).map(pageStore)).book
        guard !book.diagnostics.hasErrors else { throw Diagnostics(book.diagnostics) }
        guard let workshop = try await Workshop(forBuiltLibraryOf: book, of: self, sources: sources) else {
            return false
        }
        let computed = zip(book.chapters, workshop.keptTranscripts()).compactMap { chapter, transcript in
            transcript.map { (chapter, $0) }
        }
        book.chapters = computed.map(\.0)
        _ = try await replacePages(of: book, with: computed.map(\.1))
        return true
    }

    /// Puts the pages of the chapters of `part` in the place of the old ones; the rest of the site stays.
    ///
    /// - Returns: whether the site changed.
    private func replacePages(of part: Book, with transcripts: [Transcript]) async throws -> Bool {
        let pages = try Site(of: [Page](of: part, with: transcripts), showing: part.folder)
        return try await WeaveLock.holding(cache, for: .writing) {
            let folder = SiteFolder(url: site)
            return try folder.write(pages.completed(by: folder))
        }
    }
}

extension Book {
    /// The book with only some of its chapters, and what is wrong with those; and the names of these chapters' pages.
    ///
    /// - Parameter names: paths, file names, or file names without `.md`.
    func part(of names: [String]) throws(Failure) -> (book: Book, pages: Set<String>) {
        var paths: Set<String> = []
        var pages: Set<String> = []
        for name in names {
            guard let chapter = outlines.first(where: { [$0.path, $0.stem + ".md", $0.stem].contains(name) }) else {
                throw Failure.noSuchChapter(name, known: outlines.flatMap { [$0.path, $0.stem] })
            }
            paths.insert(chapter.path)
            pages.insert(chapter.page)
        }
        var part = self
        let others = Set(outlines.map(\.path)).subtracting(paths)
        part.chapters.removeAll { others.contains($0.path) }
        part.diagnostics.removeAll { others.contains($0.path) }
        return (part, pages)
    }
}
