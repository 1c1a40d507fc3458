import Exhibits
import Markdown

/// A chapter with what its program computed in its place: ready to be rendered.
struct WovenChapter: Sendable {
    /// The chapter.
    let chapter: Chapter
    /// The page's blocks; no placeholder is left.
    var blocks: [Block]
    /// The files beside the page: data and pictures of its figures, by path in the site.
    let files: [String: String]
    /// Names all that the program computed: two pages with the same fingerprint show the same results.
    let fingerprint: String

    /// Puts a transcript into its chapter.
    ///
    /// - Parameters:
    ///   - cellResults: for each cell, what stands for all that it printed and showed; nil for the transcript's.
    ///   - fingerprint: what stands for the fingerprint of the results; nil for the transcript's.
    init(
        weaving chapter: Chapter, with transcript: Transcript, cellResults: [String]? = nil, fingerprint: String? = nil
    ) {
        var weaver = Weaver(chapter: chapter, transcript: transcript, cellResults: cellResults)
        self.chapter = chapter
        blocks = chapter.blocks.map { weaver.woven($0) }
        files = weaver.files
        self.fingerprint = fingerprint ?? transcript.fingerprint
    }
}

private struct Weaver {
    let chapter: Chapter
    let transcript: Transcript
    let cellResults: [String]?
    var files: [String: String] = [:]

    mutating func woven(_ block: Block) -> Block {
        switch block.kind {
        case .placeholder(let index):
            return Block(.html(html(of: chapter.cells[index]).text), at: block.range)
        case .blockQuote(let blocks):
            return Block(.blockQuote(blocks.map { woven($0) }), at: block.range)
        case .list(let style, var items):
            for index in items.indices { items[index].blocks = items[index].blocks.map { woven($0) } }
            return Block(.list(style, items: items), at: block.range)
        case .wrapped(let open, let blocks, let close):
            return Block(.wrapped(open: open, blocks.map { woven($0) }, close: close), at: block.range)
        default:
            return block.mapInlines { woven($0) }
        }
    }

    func woven(_ inlines: [Inline]) -> [Inline] {
        inlines.map { inline in
            guard case .placeholder(let index) = inline.kind else {
                return Inline(inline.kind.mapChildren { woven($0) }, at: inline.range)
            }
            return Inline(.text(transcript.inlines[index] ?? ""), at: inline.range)
        }
    }

    /// A cell's code, then what it printed, showed and checked.
    private mutating func html(of cell: Cell) -> HTML {
        var parts: [HTML] = []
        // Something must stand between the results of two cells whose code is not shown: `weave check` tells them apart by it.
        parts.append(cell.options.echo ? code(of: cell) : "<!-- cell \(cell.index + 1) -->\n")
        if let cellResults {
            parts.append("\(cellResults[cell.index])")
        } else if let result = transcript.cells[cell.index] {
            if cell.options.output, !result.output.isEmpty { parts.append(Listing.output(result.output)) }
            if cell.options.output, let failure = result.failure { parts.append(Listing.failure(failure)) }
            if cell.options.output {
                for (index, exhibit) in result.exhibits.enumerated() {
                    parts.append(html(of: exhibit, number: index, in: cell))
                }
            }
            // A title that is checked stands above its figure already.
            let claims = result.claims.filter { claim in !result.exhibits.contains { $0.title == claim } }
            if !claims.isEmpty { parts.append(ClaimList.html(claims)) }
        }
        return "\(parts)"
    }

    private func code(of cell: Cell) -> HTML {
        let label = cell.options.label.flatMap { LabelledThing.Kind(of: $0.name) == .listing ? $0.name : nil }
        let anchor = label ?? "cell-\(cell.index + 1)"
        let listing = Listing.html(cell.code, language: "swift", anchor: anchor)
        let folded: HTML =
            cell.options.codeFold
            ? "<details class=\"fold\"><summary>\(cell.options.summary)</summary>\n\(listing)</details>\n" : listing
        guard label != nil else { return "<div class=\"cell\" id=\"\(anchor)\">\n\(folded)</div>\n" }
        let caption = ExhibitCaption(cell: cell, anchor: anchor, caption: html(of: cell.caption))
        return """
            <figure class="listing cell" id="\(anchor)">
            <figcaption>\(caption.number("Listing"))\(caption.caption)</figcaption>
            \(folded)</figure>

            """
    }

    private mutating func html(of exhibit: Exhibited, number: Int, in cell: Cell) -> HTML {
        let label = cell.options.label?.name
        let isLabelled = number == 0 && label.map { LabelledThing.Kind(of: $0) != .listing } ?? false
        let name = isLabelled ? label! : "cell-\(cell.index + 1)-exhibit-\(number + 1)"
        let caption = ExhibitCaption(
            cell: cell, anchor: name, caption: number == 0 ? html(of: cell.caption) : "", isNumbered: isLabelled)
        switch exhibit {
        case .figure(let figure):
            let stem = "data/\(chapter.stem)/\(name)"
            files[stem + ".csv"] = figure.csv
            files[stem + ".svg"] = figure.standalone
            return FigureBox.html(figure, caption: caption, files: stem)
        case .table(let table):
            return TableBox.html(table, caption: caption)
        }
    }

    /// A caption's inlines as HTML, without a paragraph around them.
    private func html(of inlines: [Inline]) -> HTML {
        guard let first = inlines.first else { return "" }
        let block = Block(.wrappedInlines(open: "", woven(inlines), close: ""), at: first.range)
        return HTML(raw: Document(blocks: [block]).html.trimmingNewlines)
    }
}

extension String {
    fileprivate var trimmingNewlines: String {
        var text = self
        while text.first == "\n" { text.removeFirst() }
        while text.last == "\n" { text.removeLast() }
        return text
    }
}
