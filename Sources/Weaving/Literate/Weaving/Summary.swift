extension Weaving {
    /// What a weave did.
    public struct Summary: Hashable, Sendable, Codable {
        /// How many chapters the book has.
        public var chapters = 0
        /// How many of them ran; what the others computed was kept from an earlier run.
        public var ran = 0
        /// How many results the chapters that ran remembered, and how many they computed to remember.
        public var remembered = RecallCount()
        /// How many entries of the cache were damaged, and made anew.
        public var damaged = 0
        /// How many cells the book has.
        public var cells = 0
        /// How many cells are shown and neither run nor checked.
        public var shownOnly = 0
        /// How many figures it shows.
        public var figures = 0
        /// How many numbers stand in its prose.
        public var numbers = 0
        /// How many sentences were checked.
        public var claims = 0
        /// What is worth telling though nothing is wrong.
        public var warnings: [Diagnostic] = []
        /// Whether the site was written, rather than found to be the same.
        public var isChanged = false

        /// What is the same the next time, if nothing changes.
        private enum CodingKeys: CodingKey {
            case chapters, cells, shownOnly, figures, numbers, claims
        }
    }
}

extension Weaving.Summary {
    /// Counts one more chapter.
    mutating func add(_ counts: PageCounts) {
        chapters += 1
        cells += counts.cells
        shownOnly += counts.shownOnly
        figures += counts.figures
        numbers += counts.numbers
        claims += counts.claims
    }

    /// Counts the chapters whose pages stood on the site.
    ///
    /// - Parameter pages: the names of those that count; nil for all.
    mutating func add(_ earlier: EarlierPages, of pages: Set<String>? = nil) {
        for (name, standing) in earlier.standing where pages?.contains(name) ?? true { add(standing.record.counts) }
    }
}
