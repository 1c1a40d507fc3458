/// What there is in a book, without running anything of it.
public struct ChapterListing: Hashable, Sendable {
    /// The chapter's file.
    public var path: String
    /// Its labels, in their order, with what the text calls them.
    public var labels: [String]
    /// How long its program took when it last ran; nil if it must run again.
    public var seconds: Double?
}

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
                let labels = chapter.labels.filter(\.isNamedByAuthor).map { "\($0.label) (\($0.name))" }
                var seconds: Double?
                if case .whole(let entry) = workshop.store.entry(for: key) { seconds = entry.seconds }
                if chapter.hasNoCode { seconds = 0 }
                return ChapterListing(path: chapter.path, labels: labels, seconds: seconds)
            }
        }
    }
}
