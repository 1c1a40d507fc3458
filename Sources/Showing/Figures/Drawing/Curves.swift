import DeterministicMath

/// Lines, bands and areas.
extension PanelDrawing {
    func lines(_ layer: Layer) -> [Shape] {
        let lines = layer.series.map { series in
            var path = PathData()
            for piece in rect.clip(polyline: curve(series)) { path.polyline(piece) }
            let style = style(series, layer)
            let width = layer.isMuted ? 1 : plot.panels.count > 1 ? 1.5 : 2
            return Shape.stroke(
                path, Stroke(paint: style.paint, width: width, dash: style.dash, isRound: style.dash.isEmpty))
        }
        return (layer.band == nil ? [] : bands(layer)) + lines
    }

    /// The line of a series, thinned to the picture.
    func curve(_ series: Series) -> [Point] { simplified(extremesByColumn(series.data.map(point))) }

    func bands(_ layer: Layer) -> [Shape] {
        layer.series.compactMap { series in
            let (top, bottom) = edges(series)
            return filled(top + bottom.reversed(), style(series, layer), opacity: 0.18)
        }
    }

    /// The upper and the lower edge of a band.
    func edges(_ series: Series) -> (top: [Point], bottom: [Point]) {
        let top = series.data.map { Point(x: x($0.x!), y: y($0.interval!.high)) }
        let bottom = series.data.map { Point(x: x($0.x!), y: y($0.interval!.low)) }
        return (simplified(edgeByColumn(top, isTop: true)), simplified(edgeByColumn(bottom, isTop: false)))
    }

    func areas(_ layer: Layer) -> [Shape] {
        layer.series.flatMap { series -> [Shape] in
            let curve = curve(series)
            guard let first = curve.first, let last = curve.last else { return [] }
            let style = style(series, layer)
            let base = y(0)
            var outline = PathData()
            for piece in rect.clip(polyline: curve) { outline.polyline(piece) }
            let area = filled([Point(x: first.x, y: base)] + curve + [Point(x: last.x, y: base)], style, opacity: 0.2)
            return (area.map { [$0] } ?? []) + [.stroke(outline, Stroke(paint: style.paint, width: 1.5, isRound: true))]
        }
    }

    private func filled(_ polygon: [Point], _ style: SeriesStyle, opacity: Double) -> Shape? {
        var path = PathData()
        path.polyline(rect.clip(polygon: polygon))
        guard !path.isEmpty else { return nil }
        path.close()
        return .fill(path, style.paint, opacity: opacity)
    }
}
