extension Weaving {
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
}
