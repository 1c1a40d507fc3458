import DeterministicMath

/// Lines, bands and areas.
struct CurveDrawing: PanelPart {
    let panel: PanelDrawing

    func lines(_ layer: Layer) -> [Shape] {
        let lines = layer.series.map { series in
            var path = PathData()
            for piece in curves(series).flatMap(rect.clip(polyline:)) { path.polyline(piece) }
            let style = style(series, layer)
            let width = layer.isMuted ? 1 : plot.panels.count > 1 ? 1.5 : 2
            return Shape.stroke(
                path, Stroke(paint: style.paint, width: width, dash: style.dash, isRound: style.dash.isEmpty))
        }
        return (layer.band == nil ? [] : bands(layer)) + lines
    }

    /// The line of a series, thinned to the picture, in pieces between the gaps.
    func curves(_ series: Series) -> [[Point]] {
        series.pieces.map { simplified(extremesByColumn($0.map(point))) }
    }

    func bands(_ layer: Layer) -> [Shape] {
        layer.series.flatMap { series in
            edges(series).compactMap { top, bottom in
                filled(top + bottom.reversed(), style(series, layer), opacity: 0.18)
            }
        }
    }

    /// The upper and the lower edges of a band, in pieces between the gaps.
    func edges(_ series: Series) -> [(top: [Point], bottom: [Point])] {
        series.pieces.map { data in
            let top = data.map { Point(x: x($0.x!), y: y($0.interval!.high)) }
            let bottom = data.map { Point(x: x($0.x!), y: y($0.interval!.low)) }
            return (simplified(edgeByColumn(top, isTop: true)), simplified(edgeByColumn(bottom, isTop: false)))
        }
    }

    func areas(_ layer: Layer) -> [Shape] {
        layer.series.flatMap { series -> [Shape] in
            let style = style(series, layer)
            let base = y(0)
            var outline = PathData()
            var areas: [Shape] = []
            for curve in curves(series) {
                for piece in rect.clip(polyline: curve) { outline.polyline(piece) }
                let (first, last) = (curve[0], curve[curve.count - 1])
                let outer = [Point(x: first.x, y: base)] + curve + [Point(x: last.x, y: base)]
                if let area = filled(outer, style, opacity: 0.2) { areas.append(area) }
            }
            return areas + [.stroke(outline, Stroke(paint: style.paint, width: 1.5, isRound: true))]
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
