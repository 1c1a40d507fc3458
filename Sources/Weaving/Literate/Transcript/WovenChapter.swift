import Exhibits
import Markdown

/// A chapter with what its program computed in its place: all that its page shows, and nothing of how.
struct WovenChapter: Sendable {
    /// The chapter.
    let chapter: Chapter
    /// The text with the values of its expressions; cells stand there by their numbers.
    var blocks: [Block]
    /// The captions of the cells, with the values of their expressions.
    private let captions: [[Inline]]
    private let transcript: Transcript

    /// Puts a transcript into its chapter.
    init(weaving chapter: Chapter, with transcript: Transcript) {
        func woven(_ inlines: [Inline]) -> [Inline] {
            inlines.map { inline in
                guard case .placeholder(let index) = inline.kind else {
                    return Inline(inline.kind.mapChildren { woven($0) }, at: inline.range)
                }
                let value = Inline(.text(transcript.inlines[index] ?? ""), at: inline.range)
                return Inline(.marked(.computed(by: chapter.inlines[index].code), [value]), at: inline.range)
            }
        }
        self.chapter = chapter
        self.transcript = transcript
        blocks = chapter.blocks.map { $0.mapInlines { woven($0) } }
        captions = chapter.cells.map { woven($0.caption) }
    }

    /// Names all that the program computed: two pages with the same fingerprint show the same results.
    var fingerprint: String { transcript.fingerprint }

    /// The caption of a cell.
    func caption(of cell: Cell) -> [Inline] { captions[cell.index] }

    /// What the page shows of a cell's results.
    func shownResult(of cell: Cell) -> ShownResult {
        guard let result = transcript.cells[cell.index] else { return ShownResult() }
        var shown = ShownResult()
        if cell.options.output {
            if !result.output.isEmpty { shown.output = result.output }
            shown.failure = result.failure
            shown.exhibits = result.exhibits.enumerated().map { number, exhibit in
                let label = number == 0 ? cell.options.label?.name : nil
                let name = label.flatMap { LabelledThing.Kind(of: $0) == .listing ? nil : $0 }
                return ShownExhibit(
                    content: exhibit, name: name ?? "cell-\(cell.index + 1)-exhibit-\(number + 1)",
                    number: name == nil ? nil : cell.number, caption: number == 0 ? captions[cell.index] : [])
            }
        }
        // A title that is checked stands above its figure already.
        shown.claims = result.claims.filter { claim in !result.exhibits.contains { $0.title == claim } }
        return shown
    }
}

/// What a page shows of a cell's results.
struct ShownResult: Sendable {
    /// What it printed.
    var output: String?
    /// What went wrong in it, as it should.
    var failure: String?
    /// What it showed.
    var exhibits: [ShownExhibit] = []
    /// The sentences that it claims.
    var claims: [String] = []
}

/// A figure or a table of a cell, as the page names it.
struct ShownExhibit: Sendable {
    /// What there is to see.
    let content: Exhibited
    /// Its name: the `id` on the page, and what its files are called.
    let name: String
    /// Its number; nil if no label names it.
    let number: String?
    /// What the author says of it.
    let caption: [Inline]
}
