import DeterministicMath
import Exhibits

/// Bins from zero.
struct HistogramDrawing: PanelPart {
    let panel: PanelDrawing

    /// A single series is filled, with a seam between its bins; several have an outline each, because they overlap.
    func histograms(_ layer: Layer) -> [Shape] {
        let isSingle = layer.series.count == 1
        return layer.series.flatMap { series -> [Shape] in
            let paint = style(series, layer).paint
            let boxes = series.data.map(box)
            let seam = isSingle && (boxes.first?.width ?? 0) > 4 ? 1.0 : 0
            var (bins, outline) = (PathData(), PathData())
            for box in boxes {
                let seen = box.intersection(rect)
                if seen.width > seam, seen.height > 0 {
                    bins.rect(Rect(left: seen.left, top: seen.top, right: seen.right - seam, bottom: seen.bottom))
                }
            }
            guard !isSingle, let first = boxes.first, let last = boxes.last else {
                return bins.isEmpty ? [] : [.fill(bins, paint)]
            }
            let steps = boxes.flatMap { [Point(x: $0.left, y: $0.top), Point(x: $0.right, y: $0.top)] }
            let line = [Point(x: first.left, y: first.bottom)] + steps + [Point(x: last.right, y: last.bottom)]
            for piece in rect.clip(polyline: line) { outline.polyline(piece) }
            return [.fill(bins, paint, opacity: 0.18), .stroke(outline, Stroke(paint: paint, width: 1.5))]
        }
    }

    private func box(_ datum: Datum) -> Rect {
        Rect(left: x(datum.interval!.low), top: y(datum.y!), right: x(datum.interval!.high), bottom: y(0))
    }
}
