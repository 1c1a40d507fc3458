import Exhibits

extension Weaving {
    /// What a weave did.
    public struct Summary: Hashable, Sendable {
        /// How many chapters the book has.
        public var chapters = 0
        /// How many of them ran; the others' transcripts were kept from an earlier run.
        public var ran = 0
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
    }
}

extension Weaving.Summary {
    mutating func count(_ book: Book, _ transcripts: [Transcript]) {
        chapters = book.chapters.count
        cells = book.chapters.map { chapter in chapter.cells.count(where: \.runs) }.reduce(0, +)
        shownOnly = book.chapters.map { chapter in chapter.cells.count { !$0.runs && !$0.isChecked } }.reduce(0, +)
        numbers = book.chapters.map(\.inlines.count).reduce(0, +)
        let results = transcripts.flatMap(\.cells.values)
        claims = results.map(\.claims.count).reduce(0, +)
        figures = results.flatMap(\.exhibits).count(where: \.isFigure)
    }
}
