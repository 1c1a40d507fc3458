import Exhibits

/// Ways from place to place.
struct PathDrawing: PanelPart {
    let panel: PanelDrawing

    /// On cells, whose colours go from paper to ink, a path without a name is ink, and each has an edge of paper.
    func paths(_ layer: Layer) -> [Shape] {
        layer.series.flatMap { series -> [Shape] in
            let points = series.data.map(point)
            guard let first = points.first else { return [] }
            var (way, start) = (PathData(), PathData())
            for piece in rect.clip(polyline: points) { way.polyline(piece) }
            // The last step that goes anywhere has the head.
            if let last = points.last, rect.contains(last), let before = points.last(where: { $0 != last }) {
                ArrowDrawing(panel: panel).head(from: before, to: last, &way)
            }
            if rect.contains(first) { start.dot(at: first) }
            guard !way.isEmpty else { return [] }
            let isOnCells = plot.hasCells && series.name == nil
            let paint = isOnCells ? Paint.color(Palette.ink) : style(series, layer).paint
            let paper = Paint.color(Palette.paper)
            return [
                .stroke(way, Stroke(paint: paper, width: 4.5, isRound: true)),
                .stroke(start, Stroke(paint: paper, width: 9.5, isRound: true)),
                .stroke(way, Stroke(paint: paint, width: 2, isRound: true)),
                .stroke(start, Stroke(paint: paint, width: 7, isRound: true)),
            ]
        }
    }
}
