import Exhibits

/// Bars from zero: upright, or on their side where y has their names.
struct BarDrawing: PanelPart {
    let panel: PanelDrawing

    func bars(_ layer: Layer) -> [Shape] {
        let width = width(in: layer)
        let isFlat = layer.lengthAxis == .x
        var shapes: [Shape] = layer.series.enumerated().compactMap { index, series in
            let shift = panel.shift(ofSeries: index, in: layer)
            var path = PathData()
            for bar in merged(series.data.map { self.bar($0, width: width, shift: shift, isFlat: isFlat) }, isFlat) {
                let bar = bar.intersection(rect)
                if bar.width > 0, bar.height > 0 { path.rect(bar) }
            }
            return path.isEmpty ? nil : .fill(path, style(series, layer).paint)
        }
        if isFlat, x.contains(x(0)) {
            var zero = PathData()
            let place = x(0).rounded(.down) + 0.5
            zero.polyline([Point(x: place, y: rect.top), Point(x: place, y: rect.bottom)])
            shapes.append(.stroke(zero, Stroke(paint: .color(Palette.axis))))
        }
        return shapes
    }

    private func bar(_ datum: Datum, width: Double, shift: Double, isFlat: Bool) -> Rect {
        if isFlat {
            let top = y(datum.y!) + shift - width / 2
            let (zero, end) = (x(0), x(datum.x!))
            return Rect(left: min(zero, end), top: top, right: max(zero, end), bottom: top + width)
        }
        let left = x(datum.x!) + shift - width / 2
        let (zero, end) = (y(0), y(datum.y!))
        return Rect(left: left, top: min(zero, end), right: left + width, bottom: max(zero, end))
    }

    /// Bars that begin in one column of pixels as one: together they cover just that.
    private func merged(_ bars: [Rect], _ isFlat: Bool) -> [Rect] {
        guard !isFlat, Double(bars.count) > 2 * rect.width else { return bars }
        var columns: [Int: Rect] = [:]
        for bar in bars {
            let column = Int(max(rect.left - 1, min(rect.right + 1, bar.left)).rounded(.down))
            let whole = Rect(left: Double(column), top: bar.top, right: Double(column) + 1, bottom: bar.bottom)
            columns[column] = columns[column].map { $0.union(whole) } ?? whole
        }
        return columns.keys.sorted().map { columns[$0]! }
    }

    /// The width of one bar, of those that share a place.
    func width(in layer: Layer) -> Double {
        let count = Double(layer.series.count)
        if layer.lengthAxis == .x {
            return max(1, (panel.isBelowNames ? y.categoryLength - 26 : 0.76 * y.categoryLength) / count)
        }
        let half = layer.halfWidth(along: .x) ?? 0
        let room = plot.x.categories != nil ? x.categoryLength : x(plot.x.high) - x(plot.x.high - 2 * half)
        return max(1, (room > 8 ? 0.84 : 1) * room / count)
    }
}
