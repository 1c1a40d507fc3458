import Exhibits

/// Arrows and fitted lines.
struct ArrowDrawing: PanelPart {
    let panel: PanelDrawing

    /// On cells, whose colours go from paper to ink, arrows are ink with an edge of paper.
    func arrows(_ layer: Layer) -> [Shape] {
        layer.series.flatMap { series -> [Shape] in
            var path = PathData()
            for datum in series.data {
                let start = point(datum)
                let end = Point(x: x(datum.x!.number! + datum.dx!), y: y(datum.y!.number! + datum.dy!))
                if rect.contains(start), rect.contains(end) { add(from: start, to: end, &path) }
            }
            guard !path.isEmpty else { return [] }
            let isOnCells = plot.hasCells && series.name == nil
            let paint = isOnCells ? Paint.color(Palette.ink) : style(series, layer).paint
            let edge = Shape.stroke(path, Stroke(paint: .color(Palette.paper), width: 4, isRound: true))
            return (plot.hasCells ? [edge] : []) + [.stroke(path, Stroke(paint: paint, width: 1.6, isRound: true))]
        }
    }

    /// A shaft and a head of two strokes; a step of less than a pixel is a dot, because it has no direction to see.
    private func add(from start: Point, to end: Point, _ path: inout PathData) {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        path.move(to: start)
        guard length >= 1 else {
            path.line(to: Point(x: start.x + 0.1, y: start.y))
            return
        }
        path.line(to: end)
        head(from: start, to: end, &path)
    }

    /// The head of an arrow: two strokes back from its end.
    func head(from start: Point, to end: Point, _ path: inout PathData) {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        let size = min(5, 0.4 * length)
        let (back, side) = (Point(x: -size * dx / length, y: -size * dy / length), 0.6)
        path.move(to: Point(x: end.x + back.x - side * back.y, y: end.y + back.y + side * back.x))
        path.line(to: end)
        path.line(to: Point(x: end.x + back.x + side * back.y, y: end.y + back.y - side * back.x))
    }

    func fits(_ layer: Layer) -> [Shape] {
        layer.series.map { series in
            var path = PathData()
            for piece in rect.clip(polyline: series.data.map(point)) { path.polyline(piece) }
            return .stroke(path, Stroke(paint: style(series, layer).paint, width: 1.5))
        }
    }
}
