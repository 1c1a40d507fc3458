/// What labels should not cover.
struct Obstacles: PanelPart {
    let panel: PanelDrawing

    /// The lines, edges and intervals that `layer` draws.
    func lines(in layer: Layer) -> [[Point]] {
        switch layer.kind {
        case .line:
            return layer.series.flatMap(CurveDrawing(panel: panel).curves)
                + (layer.band == nil ? [] : layer.series.flatMap(bandEdges))
        case .band: return layer.series.flatMap(bandEdges)
        case .area: return layer.series.flatMap(CurveDrawing(panel: panel).curves)
        case .rule: return layer.series[0].data.compactMap(ruleLine)
        case .dot, .bar, .histogram: return layer.series.flatMap(\.data).map { spot($0, layer) }
        case .fit: return layer.series.map { $0.data.map(point) }
        case .path: return layer.series.map { $0.data.map(point) }
        case .cell, .arrows, .text: return []
        }
    }

    private func bandEdges(_ series: Series) -> [[Point]] {
        CurveDrawing(panel: panel).edges(series).flatMap { [$0.top, $0.bottom] }
    }

    /// A dot's interval, or just its place.
    private func spot(_ datum: Datum, _ layer: Layer) -> [Point] {
        let place = point(datum)
        guard let interval = datum.interval, layer.kind == .dot else {
            return [Point(x: place.x - 4, y: place.y), Point(x: place.x + 4, y: place.y)]
        }
        let (start, end) = DotDrawing(panel: panel).ends(of: interval, at: place, along: layer.intervalAxis)
        return [start, end]
    }
}
