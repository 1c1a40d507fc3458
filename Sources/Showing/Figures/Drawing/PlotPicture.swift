import Exhibits

/// A figure drawn in one of its layouts.
struct PlotPicture: PlotPart {
    let plot: Plot
    let form: Form
    private let frame: Frame

    init(of plot: Plot, in form: Form) {
        (self.plot, self.form) = (plot, form)
        frame = Frame(plot, form)
    }

    /// The picture, with the texts that had no room.
    var picture: Picture {
        var picture = Picture(width: form.width, height: frame.height)
        picture.shapes += header
        picture.panels = frame.panels
        let shifts = shifts
        if shifts.contains(where: { $0 != 0 }) { picture.shifts = shifts }
        for (index, panel) in panels.enumerated() {
            let rect = frame.panels[index]
            let drawing = PanelDrawing(plot, panel: panel, in: rect, of: form, isBelowNames: frame.hasNamesAbove)
            picture.shapes += panelTitle(panel, above: rect)
            picture.shapes += PanelAxes(panel: drawing).y(
                hasLabels: frame.isFirstInRow(index), hasNamesAbove: frame.hasNamesAbove)
            picture.shapes += drawing.shapes
            picture.shapes += PanelAxes(panel: drawing).x(hasLabels: frame.isLowest(index))
            if frame.hasEndLabels { picture.shapes += PanelLabels(panel: drawing).atEnds() }
            let taken = picture.shapes.compactMap { if case .text(let label) = $0 { label.box } else { nil } }
            let (labels, lost) = PanelLabels(panel: drawing).inside(pictureWidth: form.width, taken: taken)
            picture.shapes += labels
            picture.lost += lost
        }
        return picture
    }

    /// How far the marks of each readable series stand from their places.
    private var shifts: [Double] {
        let drawing = PanelDrawing(
            plot, panel: panels[0], in: frame.panels[0], of: frame.form, isBelowNames: frame.hasNamesAbove)
        return layers.filter(plot.density.isReadable).flatMap { layer in
            layer.series.indices.map { drawing.shift(ofSeries: $0, in: layer) }
        }
    }

    /// The legends and the titles of the axes.
    private var header: [Shape] {
        var shapes = frame.legend.shapes(top: 0)
        if let cellValues = plot.cellValues {
            shapes += CellRamp.legend(plot, cellValues, top: frame.cellLegendTop, width: frame.form.width)
        }
        let muted = Paint.color(Palette.muted)
        for (index, line) in frame.yTitle.enumerated() {
            let at = Point(x: 0, y: frame.yTitleTop + 12 + Double(index) * Frame.lineHeight)
            shapes.append(.text(Label(text: line, at: at, paint: muted)))
        }
        let (left, right) = (frame.panels[0].left, frame.panels.map(\.right).max()!)
        for (index, line) in frame.xTitle.enumerated() {
            let half = textWidth(line, size: Form.tickSize) / 2
            let middle = max(half, min(frame.form.width - half, (left + right) / 2))
            let top = frame.panels.map(\.bottom).max()! + frame.tickHeight - 4
            let at = Point(x: middle, y: top + 13 + Double(index) * Frame.lineHeight)
            shapes.append(.text(Label(text: line, at: at, anchor: .middle, paint: muted)))
        }
        return shapes
    }

    private func panelTitle(_ panel: PlotValue?, above rect: Rect) -> [Shape] {
        guard let panel else { return [] }
        let lines = wrapped(
            panel.label, width: rect.width, size: Form.panelSize, atMost: frame.panelTitleHeight > 20 ? 2 : 1)
        return lines.enumerated().map { index, line in
            let base = rect.top - 5 - 12 * Double(lines.count - 1 - index)
            return .text(
                Label(text: line, at: Point(x: rect.left, y: base), size: Form.panelSize, paint: .color(Palette.ink)))
        }
    }
}
