import Exhibits
import Markdown

/// A cell on a page: its code, then what it printed, showed and claims.
struct CellBox {
    let woven: WovenChapter
    /// Makes HTML of captions.
    let rendering: Rendering
    /// What stands for all that a cell printed and showed; nil for just that.
    let marks: PageMarks?

    func html(of cell: Cell) -> HTML {
        // Something must stand between the results of two cells whose code is not shown: `weave check` tells them apart by it.
        let code = cell.options.echo ? code(of: cell) : "<!-- cell \(cell.index + 1) -->\n"
        if let marks { return "\(code)\(marks.cells[cell.index])" }
        let result = woven.shownResult(of: cell)
        var parts = [code]
        if let output = result.output { parts.append(Listing.output(output)) }
        if let failure = result.failure { parts.append(Listing.failure(failure)) }
        parts += result.exhibits.map { html(of: $0, in: cell) }
        if !result.claims.isEmpty { parts.append(ClaimList.html(result.claims, of: cell)) }
        return "\(parts)"
    }

    /// The files of a cell's figures and tables, by their paths in the site.
    func files(of cell: Cell) -> [String: String] {
        var files: [String: String] = [:]
        for exhibit in woven.shownResult(of: cell).exhibits {
            switch exhibit.content {
            case .figure(let figure):
                files[stem(of: exhibit) + ".csv"] = figure.csv
                files[stem(of: exhibit) + ".svg"] = figure.standalone
            case .table(let table): files[stem(of: exhibit) + ".csv"] = table.data.csv
            }
        }
        return files
    }

    private func stem(of exhibit: ShownExhibit) -> String { "data/\(woven.chapter.stem)/\(exhibit.name)" }

    private func code(of cell: Cell) -> HTML {
        let label = cell.options.label.flatMap { LabelledThing.Kind(of: $0.name) == .listing ? $0.name : nil }
        let anchor = label ?? "cell-\(cell.index + 1)"
        let listing = Listing.html(cell.code, language: "swift", anchor: anchor)
        let folded: HTML =
            cell.options.codeFold
            ? "<details class=\"fold\"><summary>\(cell.options.summary)</summary>\n\(listing)</details>\n" : listing
        guard label != nil else { return "<div class=\"cell\" id=\"\(anchor)\">\n\(folded)</div>\n" }
        let caption = ExhibitCaption(
            cell: cell, anchor: anchor, caption: rendering.html(of: woven.caption(of: cell)), number: cell.number,
            language: woven.chapter.language)
        return """
            <figure class="listing cell" id="\(anchor)">
            <figcaption>\(caption.number(.listing))\(caption.caption)</figcaption>
            \(folded)</figure>

            """
    }

    private func html(of exhibit: ShownExhibit, in cell: Cell) -> HTML {
        let caption = ExhibitCaption(
            cell: cell, anchor: exhibit.name, caption: rendering.html(of: exhibit.caption), number: exhibit.number,
            language: woven.chapter.language)
        return switch exhibit.content {
        case .figure(let figure): FigureBox.html(figure, caption: caption, files: stem(of: exhibit))
        case .table(let table): TableBox.html(table, caption: caption, files: stem(of: exhibit))
        }
    }
}

/// What stands on a page in the place of all results, so that these can be found on another version of it.
struct PageMarks: Sendable {
    /// For each cell.
    let cells: [String]
    /// For the fingerprint.
    let fingerprint: String
}
