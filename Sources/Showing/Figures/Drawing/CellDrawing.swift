import DeterministicMath
import Exhibits

/// Heat maps.
struct CellDrawing: PanelPart {
    let panel: PanelDrawing

    /// One path for each step of the ramp, in whole pixels so that neighbours leave no seam; equal neighbours are one rectangle.
    func cells(_ layer: Layer) -> [Shape] {
        let halves = (layer.halfWidth(along: .x) ?? 0, layer.halfWidth(along: .y) ?? 0)
        var runs: [(step: Int, rect: Rect)] = []
        for datum in layer.series.flatMap(\.data) {
            let (left, right) = sides(datum.x!, half: halves.0, on: x)
            let (top, bottom) = sides(datum.y!, half: halves.1, on: y)
            let cell = Rect(
                left: max(left, rect.left), top: max(top, rect.top), right: min(right, rect.right),
                bottom: min(bottom, rect.bottom))
            guard cell.width > 0, cell.height > 0 else { continue }
            let step = CellRamp.step(of: datum.value!, in: plot.cellValues!)
            if let last = runs.last, last.step == step, last.rect.right == cell.left, last.rect.top == cell.top {
                runs[runs.count - 1].rect.right = cell.right
            } else {
                runs.append((step, cell))
            }
        }
        var paths = Array(repeating: PathData(), count: CellRamp.steps)
        for (step, rect) in runs { paths[step].rect(rect) }
        return paths.enumerated().compactMap { step, path in
            path.isEmpty ? nil : .fill(path, CellRamp.paint(step), crisp: true)
        }
    }

    /// The texts of cells in their middles, on paper or on ink; those that are wider than their cell are lost.
    func texts(_ layer: Layer, _ lost: inout [String]) -> [Label] {
        let halves = (layer.halfWidth(along: .x) ?? 0, layer.halfWidth(along: .y) ?? 0)
        var labels: [Label] = []
        for datum in layer.series.flatMap(\.data) {
            guard let text = datum.text, let value = datum.value, !text.isEmpty else { continue }
            let (left, right) = sides(datum.x!, half: halves.0, on: x)
            let (top, bottom) = sides(datum.y!, half: halves.1, on: y)
            guard textWidth(text, size: Form.tickSize) <= right - left, bottom - top >= Form.tickSize else {
                lost.append(text)
                continue
            }
            let at = Point(x: (left + right) / 2, y: (top + bottom) / 2 + 4)
            var label = Label(text: text, at: at, anchor: .middle, paint: .color(Palette.ink))
            CellRamp.makeReadable(&label, on: CellRamp.step(of: value, in: plot.cellValues!))
            labels.append(label)
        }
        return labels
    }

    private func sides(_ value: PlotValue, half: Double, on scale: Scale) -> (Double, Double) {
        let (a, b): (Double, Double)
        if let number = value.number {
            (a, b) = (scale(number - half), scale(number + half))
        } else {
            (a, b) = (scale(value) - scale.categoryLength / 2, scale(value) + scale.categoryLength / 2)
        }
        return (min(a, b).rounded(), max(a, b).rounded())
    }
}
