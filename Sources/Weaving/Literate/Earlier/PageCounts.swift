import Exhibits

/// How much there is on a page.
struct PageCounts: Hashable, Codable, Sendable {
    /// The cells that run.
    let cells: Int
    /// The cells that are shown and neither run nor checked.
    let shownOnly: Int
    /// The figures.
    let figures: Int
    /// The numbers in the prose.
    let numbers: Int
    /// The sentences that were checked.
    let claims: Int

    /// What a chapter shows of what it computed.
    init(of chapter: Chapter, with transcript: Transcript) {
        cells = chapter.cells.count(where: \.runs)
        shownOnly = chapter.cells.count { !$0.runs && !$0.isCompileOnly }
        numbers = chapter.inlines.count
        claims = transcript.cells.values.map(\.claims.count).reduce(0, +)
        figures = transcript.cells.values.flatMap(\.exhibits).count(where: \.isFigure)
    }
}
