import Exhibits

extension Transcript {
    /// The labels of a chapter that do not stand for exactly one figure or one table.
    ///
    /// A label is no part of what runs, so a kept transcript is checked like a fresh one.
    func labelDiagnostics(in chapter: Chapter) -> [Diagnostic] {
        chapter.cells.compactMap { cell in
            guard let label = cell.options.label, let kind = LabelledThing.Kind(of: label.name),
                kind == .figure || kind == .table, let result = cells[cell.index]
            else { return nil }
            let count = result.exhibits.count { $0.isFigure == (kind == .figure) }
            guard count != 1 else { return nil }
            return chapter.diagnostic(
                label.position,
                .labelledExhibits(label: label.name, count: count, others: result.exhibits.count - count))
        }
    }
}
