/// The names of series in rows above the plot, where they have no room beside their lines.
struct Legend {
    struct Item: Hashable {
        var text: String
        var style: SeriesStyle
        var kind: MarkKind
    }

    static let rowHeight = 18.0
    private static let swatch = 18.0
    private static let gap = 16.0

    private let rows: [[Item]]

    /// `items` broken into rows at most `width` wide.
    init(_ items: [Item], width: Double) {
        var rows: [[Item]] = []
        var used = Double.infinity
        for var item in items {
            let room = width - Self.swatch - 5
            item.text = wrapped(item.text, width: room, size: Form.labelSize, atMost: 1)[0]
            let needed = Self.width(of: item)
            if used + Self.gap + needed > width {
                rows.append([item])
                used = needed
            } else {
                rows[rows.count - 1].append(item)
                used += Self.gap + needed
            }
        }
        self.rows = rows
    }

    var height: Double { Double(rows.count) * Self.rowHeight }

    func shapes(top: Double) -> [Shape] {
        var shapes: [Shape] = []
        for (index, row) in rows.enumerated() {
            var x = 0.0
            let middle = top + (Double(index) + 0.5) * Self.rowHeight
            for item in row {
                shapes.append(swatch(item, left: x, middle: middle))
                shapes.append(
                    .text(
                        Label(
                            text: item.text, at: Point(x: x + Self.swatch + 5, y: middle + 4), size: Form.labelSize,
                            paint: item.style.labelPaint)))
                x += Self.width(of: item) + Self.gap
            }
        }
        return shapes
    }

    private static func width(of item: Item) -> Double {
        swatch + 5 + textWidth(item.text, size: Form.labelSize)
    }

    private func swatch(_ item: Item, left: Double, middle: Double) -> Shape {
        var path = PathData()
        switch item.kind {
        case .line, .fit, .arrows, .path:
            path.polyline([Point(x: left, y: middle), Point(x: left + Self.swatch, y: middle)])
            return .stroke(path, Stroke(paint: item.style.paint, width: 2, dash: item.style.dash))
        case .dot:
            path.dot(at: Point(x: left + Self.swatch / 2, y: middle))
            return .stroke(path, Stroke(paint: item.style.paint, width: 7, isRound: true))
        case .band, .area, .bar, .histogram, .cell, .rule, .text:
            path.rect(Rect(left: left, top: middle - 5, right: left + Self.swatch, bottom: middle + 5))
            return .fill(path, item.style.paint, opacity: item.kind == .bar ? 1 : 0.6)
        }
    }
}

extension Legend {
    /// One item for each series that is named nowhere else.
    static func items(of plot: Plot, hasEndLabels: Bool) -> [Item] {
        let hasPeakLabels = plot.panels.count == 1
        return plot.styles.names.compactMap { name in
            if (plot.x.categories ?? []).contains(name) || (plot.y.categories ?? []).contains(name) { return nil }
            if plot.panels.contains(name) { return nil }
            let own = plot.layers.filter { layer in !layer.isMuted && layer.series.contains { $0.name == name } }
            if hasEndLabels, own.contains(where: { $0.kind == .line }) { return nil }
            if hasPeakLabels, own.contains(where: { $0.kind == .area || $0.kind == .fit }) { return nil }
            guard let layer = own.first(where: { $0.kind == .line }) ?? own.first else { return nil }
            return Item(text: name.label, style: plot.styles.style(of: name, in: layer), kind: layer.kind)
        }
    }
}
