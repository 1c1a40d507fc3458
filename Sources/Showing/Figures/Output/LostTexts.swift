/// The texts of a figure that have no room, or are cut: the data have them all.
struct LostTexts: PlotPart {
    let plot: Plot

    /// What is said of them, given those that were lost in each layout.
    ///
    /// - Throws: ``FigureError/textTooWide(_:)`` if a cell's own text has no room even in the wide layout.
    func notes(wide: [String], narrow: [String]) throws(FigureError) -> [String?] {
        let ofCells = Set(layers.filter { $0.kind == .cell }.flatMap(\.series).flatMap(\.data).compactMap(\.text))
        if let text = wide.first(where: ofCells.contains) { throw .textTooWide(text) }
        let onlyNarrow = narrow.filter { !wide.contains($0) }
        let hasNarrowCells = onlyNarrow.contains(where: ofCells.contains)
        return [
            sentence(wide, on: ""), sentence(onlyNarrow.filter { !ofCells.contains($0) }, on: " on a narrow screen"),
            hasNarrowCells ? "On a narrow screen the texts of some cells have no room; the data have them." : nil,
        ]
    }

    private func sentence(_ texts: [String], on screen: String) -> String? {
        guard !texts.isEmpty else { return nil }
        return "There is no room\(screen) for all of \(texts.map { "“\($0)”" }.joined(separator: ", "))."
    }
}
