import Exhibits
import Markdown

/// What labels, captions and descriptions say of one figure or one table, in cells that show none or several of that kind.
///
/// None of them is a part of what runs, so a kept transcript is checked like a fresh one.
struct ExhibitLabels {
    let chapter: Chapter
    let transcript: Transcript

    /// What is wrong with them.
    var diagnostics: [Diagnostic] {
        chapter.cells.flatMap { cell -> [Diagnostic] in
            guard let result = transcript.cells[cell.index] else { return [] }
            let figures = result.exhibits.count { $0.isFigure }
            let tables = result.exhibits.count - figures
            var found: [Diagnostic] = []
            func report(_ position: SourcePosition, _ problem: Problem) {
                found.append(chapter.diagnostic(position, problem))
            }
            let kind = cell.options.label.flatMap { LabelledThing.Kind(of: $0.name) }
            if let label = cell.options.label, kind == .figure || kind == .table {
                let (count, others) = kind == .figure ? (figures, tables) : (tables, figures)
                if count != 1 {
                    report(label.position, .labelledExhibits(label: label.name, count: count, others: others))
                }
            } else if let caption = cell.options.caption, kind != .listing, cell.showsExhibits, result.failure == nil {
                let count = caption.key == "tbl-cap" ? tables : figures
                if count != 1 { report(caption.lines[0], .captionedExhibits(key: caption.key, count: count)) }
            }
            if let position = cell.options.alternativePosition, figures != 1, result.failure == nil, found.isEmpty {
                report(position, .captionedExhibits(key: "fig-alt", count: figures))
            }
            return found
        }
    }
}
