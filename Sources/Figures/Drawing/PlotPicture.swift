import Exhibits

extension Plot {
    /// The figure drawn in one of its layouts.
    func picture(in form: Form) -> Picture {
        let frame = Frame(self, form)
        var picture = Picture(width: form.width, height: frame.height)
        picture.shapes += header(frame)
        for (index, panel) in panels.enumerated() {
            let rect = frame.panels[index]
            let drawing = PanelDrawing(self, panel: panel, in: rect)
            picture.shapes += panelTitle(panel, above: rect, frame)
            picture.shapes += drawing.yAxis(hasLabels: frame.isFirstInRow(index), hasNamesAbove: frame.hasNamesAbove)
            picture.shapes += drawing.shapes
            picture.shapes += drawing.xAxis(hasLabels: frame.isLowest(index))
            guard panels.count == 1 else { continue }
            if frame.hasEndLabels { picture.shapes += drawing.endLabels() }
            let taken = picture.shapes.compactMap { if case .text(let label) = $0 { label.box } else { nil } }
            picture.shapes += drawing.innerLabels(pictureWidth: form.width, taken: taken)
        }
        return picture
    }

    /// The legends and the titles of the axes.
    private func header(_ frame: Frame) -> [Shape] {
        var shapes = frame.legend.shapes(top: 0)
        if let cellValues {
            let meaning = layers.first { $0.kind == .cell }?.meaning ?? ""
            shapes += CellRamp.legend(meaning, cellValues, top: frame.cellLegendTop, width: frame.form.width)
        }
        let muted = Paint.color(Palette.muted)
        if !y.settings.title.isEmpty {
            shapes.append(.text(Label(text: y.settings.title, at: Point(x: 0, y: frame.yTitleTop + 12), paint: muted)))
        }
        if !x.settings.title.isEmpty {
            let middle = (frame.panels[0].left + frame.panels.map(\.right).max()!) / 2
            let at = Point(x: middle, y: frame.panels.map(\.bottom).max()! + 20 + 13)
            shapes.append(.text(Label(text: x.settings.title, at: at, anchor: .middle, paint: muted)))
        }
        return shapes
    }

    private func panelTitle(_ panel: PlotValue?, above rect: Rect, _ frame: Frame) -> [Shape] {
        guard let panel else { return [] }
        let lines = panelTitleLines(panel.label, width: rect.width, atMost: frame.panelTitleHeight > 20 ? 2 : 1)
        return lines.enumerated().map { index, line in
            let base = rect.top - 5 - 12 * Double(lines.count - 1 - index)
            return .text(
                Label(text: line, at: Point(x: rect.left, y: base), size: Form.panelSize, paint: .color(Palette.ink)))
        }
    }
}

/// `text` in at most `count` lines no wider than `width`, broken after spaces and hyphens, cut with an ellipsis if need be.
func panelTitleLines(_ text: String, width: Double, atMost count: Int) -> [String] {
    func fits(_ line: String) -> Bool { textWidth(line, size: Form.panelSize) <= width }
    var lines = [""]
    for word in text.split(after: { $0 == " " || $0 == "-" }) {
        if !fits(lines[lines.count - 1] + word), !lines[lines.count - 1].isEmpty, lines.count < count {
            lines.append("")
        }
        lines[lines.count - 1] += word
    }
    return lines.map { line in
        var line = line
        if fits(line) { return line }
        while !line.isEmpty, !fits(line + "…") { line.removeLast() }
        return line + "…"
    }
}

extension String {
    /// The pieces that end after each character for which `isEnd` holds.
    fileprivate func split(after isEnd: (Character) -> Bool) -> [String] {
        var pieces = [""]
        for character in self {
            pieces[pieces.count - 1].append(character)
            if isEnd(character) { pieces.append("") }
        }
        return pieces.filter { !$0.isEmpty }
    }
}
