import DeterministicMath
import Exhibits

/// Dots and their intervals.
struct DotDrawing: PanelPart {
    let panel: PanelDrawing

    func dots(_ layer: Layer) -> [Shape] {
        let count = layer.series.reduce(0) { $0 + $1.data.count }
        let size = DotSize(count: count, length: categoryLength)
        var shapes: [Shape] = []
        for (index, series) in layer.series.enumerated() {
            let offset = panel.shift(ofSeries: index, in: layer)
            let paint = style(series, layer).paint
            var (dots, intervals) = (PathData(), PathData())
            for datum in series.data {
                let place = moved(point(datum), by: offset)
                if let interval = datum.interval {
                    let ends = self.ends(of: interval, at: place, along: layer.intervalAxis)
                    if let (start, end) = rect.clip(ends.0, ends.1) { intervals.polyline([start, end]) }
                }
                if rect.inset(by: -0.5).contains(place) { dots.dot(at: place) }
            }
            if !intervals.isEmpty {
                shapes.append(.stroke(intervals, Stroke(paint: paint, width: size.interval, opacity: 0.7)))
            }
            guard !dots.isEmpty else { continue }
            if size.hasEdge {
                let paper = Paint.color(Palette.paper)
                shapes.append(.stroke(dots, Stroke(paint: paper, width: size.diameter + 2.5, isRound: true)))
            }
            shapes.append(
                .stroke(dots, Stroke(paint: paint, width: size.diameter, isRound: true, opacity: size.opacity)))
        }
        return shapes
    }

    private var categoryLength: Double? {
        plot.x.categories != nil ? x.categoryLength : plot.y.categories != nil ? y.categoryLength : nil
    }

    /// The ends of an interval through `place`.
    func ends(of interval: Interval, at place: Point, along axis: AxisName) -> (Point, Point) {
        axis == .y
            ? (Point(x: place.x, y: y(interval.low)), Point(x: place.x, y: y(interval.high)))
            : (Point(x: x(interval.low), y: place.y), Point(x: x(interval.high), y: place.y))
    }

    /// How far the dots of a series are moved across a categorical axis, so that those of several do not cover each other.
    func dodge(_ index: Int, in layer: Layer) -> Double {
        guard let length = categoryLength, layer.series.count > 1 else { return 0 }
        let axis: AxisName = plot.x.categories != nil ? .x : .y
        let places = layer.series.flatMap { Array(Set($0.data.compactMap { $0[axis] })) }
        guard Set(places).count < places.count else { return 0 }
        let step = min(9, length / Double(layer.series.count + 1))
        return (Double(index) - Double(layer.series.count - 1) / 2) * step
    }

    private func moved(_ point: Point, by offset: Double) -> Point {
        plot.x.categories != nil ? Point(x: point.x + offset, y: point.y) : Point(x: point.x, y: point.y + offset)
    }
}

/// Few dots are large with an edge of paper; many are small and translucent.
private struct DotSize {
    var diameter = 7.0
    var interval = 2.0
    var opacity = 1.0
    var hasEdge = true

    init(count: Int, length: Double?) {
        if count > 400 {
            (diameter, opacity, hasEdge) = (3, 0.55, false)
        } else if count > 100 {
            (diameter, opacity, hasEdge) = (4, 0.7, false)
        } else if count > 40 {
            (diameter, hasEdge) = (4.5, false)
        }
        if let length { diameter = min(diameter, max(2, 0.8 * length)) }
    }
}
