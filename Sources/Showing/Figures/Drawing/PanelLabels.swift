import Exhibits

/// Names of lines, areas, rules and texts, placed when everything else stands.
struct PanelLabels: PanelPart {
    let panel: PanelDrawing

    /// The names right of the lines' ends, with leaders if one had to move away from its line.
    func atEnds() -> [Shape] {
        let ends = plot.namedLines.compactMap { line in
            CurveDrawing(panel: panel).curves(line.series).flatMap(rect.clip(polyline:)).last?.last.map {
                (line.series.name!.label, $0, line.style)
            }
        }
        let heights = EndLabels.spread(ends.map(\.1.y), in: (rect.top + 4)...(rect.bottom - 4))
        let right = ends.map(\.1.x).max() ?? rect.right
        let needsLeader = zip(ends, heights).contains { end, height in
            (end.1.y - height).magnitude > EndLabels.distance / 2 || right - end.1.x > 4
        }
        var shapes: [Shape] = []
        for ((name, end, style), height) in zip(ends, heights) {
            if needsLeader {
                var leader = PathData()
                leader.polyline([Point(x: end.x + 4, y: end.y), Point(x: right + 15, y: height)])
                shapes.append(.stroke(leader, Stroke(paint: style.paint, opacity: 0.6)))
            }
            let at = Point(x: right + (needsLeader ? 18 : 7), y: height + 4)
            shapes.append(.text(Label(text: name, at: at, size: Form.labelSize, paint: style.labelPaint)))
        }
        return shapes
    }

    /// The labels inside the panel, and the texts that have no room; `taken` is where text already stands. Small multiples have
    /// their series in their titles and their rules in the figure's note.
    func inside(pictureWidth: Double, taken: [Rect]) -> (labels: [Shape], lost: [String]) {
        let isSmall = plot.panels.count > 1
        let bounds =
            isSmall ? rect : Rect(left: rect.left, top: rect.top - 18, right: pictureWidth, bottom: rect.bottom - 1)
        var placer = LabelPlacer(bounds: bounds, taken: taken, lines: layers.flatMap(Obstacles(panel: panel).lines))
        var labels: [Label] = []
        var lost: [String] = []
        func add(_ placed: [Label], _ text: String) {
            labels += placed
            if placed.first?.text != text { lost.append(text) }
        }
        for layer in layers {
            for series in layer.series {
                switch layer.kind {
                case .area where series.name != nil && !layer.isMuted && !isSmall:
                    guard
                        let peak = CurveDrawing(panel: panel).curves(series).joined().filter(rect.contains).min(by: {
                            $0.y < $1.y
                        })
                    else {
                        continue
                    }
                    let label = Label(
                        text: series.name!.label, at: peak, size: Form.labelSize, paint: style(series, layer).labelPaint
                    )
                    add(placed(label, LabelCandidates.around(peak, label, in: bounds), &placer), label.text)
                case .rule where !isSmall:
                    for datum in series.data {
                        if let text = datum.text, ruleLine(datum) != nil {
                            add(ruleLabel(datum, bounds, &placer), text)
                        }
                    }
                case .text:
                    for datum in series.data where rect.contains(point(datum)) {
                        let paint = layer.isMuted ? Palette.muted : Palette.ink
                        let label = Label(
                            text: datum.text!, at: point(datum), size: Form.labelSize, paint: .color(paint))
                        add(placed(label, LabelCandidates.around(point(datum), label, in: bounds), &placer), label.text)
                    }
                case .fit:
                    guard let text = series.data.last?.text,
                        let line = rect.clip(polyline: series.data.map(point)).first
                    else {
                        continue
                    }
                    let middle = Point(x: (line[0].x + line[1].x) / 2, y: (line[0].y + line[1].y) / 2)
                    let label = Label(
                        text: text, at: middle, size: Form.labelSize, paint: style(series, layer).labelPaint)
                    add(placed(label, LabelCandidates.around(middle, label, in: bounds), &placer), text)
                case .cell:
                    labels += CellDrawing(panel: panel).texts(layer, &lost)
                case .line, .band, .area, .dot, .bar, .histogram, .arrows, .path, .rule: break
                }
            }
        }
        return (labels.map(Shape.text), lost)
    }

    private func ruleLabel(_ datum: Datum, _ bounds: Rect, _ placer: inout LabelPlacer) -> [Label] {
        guard let text = datum.text, let line = ruleLine(datum) else { return [] }
        let label = Label(text: text, at: line[0], size: Form.labelSize, paint: .color(Palette.muted))
        let candidates =
            datum.y != nil
            ? LabelCandidates.along(height: line[0].y, from: rect.left, to: rect.right, label)
            : LabelCandidates.beside(x: line[0].x, from: rect.top, to: rect.bottom, label)
        return placed(label, candidates, &placer)
    }

    /// The label at the best candidate, cut with an ellipsis if it fits nowhere whole.
    private func placed(_ label: Label, _ candidates: [Label], _ placer: inout LabelPlacer) -> [Label] {
        // Cut by four more each time, as long as one letter stands before the ellipsis.
        for cut in Swift.stride(from: 0, to: max(1, label.text.count - 1), by: 4) {
            let text = cut == 0 ? label.text : label.text.dropLast(cut + 1) + "…"
            let fitting = candidates.map { candidate in
                var candidate = candidate
                candidate.text = text
                candidate.hasHalo = true
                return candidate
            }
            if let label = placer.place(fitting) { return [label] }
        }
        return []
    }
}
