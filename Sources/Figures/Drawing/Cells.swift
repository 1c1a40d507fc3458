import DeterministicMath
import Exhibits

/// Heat maps and their legend.
extension PanelDrawing {
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

/// The ramp of a heat map, in steps too small to see.
enum CellRamp {
    static let steps = 32

    static func step(of value: Double, in values: Interval) -> Int {
        guard values.high > values.low else { return steps / 2 }
        return min(steps - 1, Int((value - values.low) / (values.high - values.low) * Double(steps)))
    }

    /// The palest step still differs from the paper, so that a cell differs from no data.
    static func paint(_ step: Int) -> Paint {
        .ramp(0.06 + 0.94 * Double(step) / Double(steps - 1))
    }

    /// The meaning of the colours, a bar of them and the values at its ends.
    static func legend(_ meaning: String, _ values: Interval, top: Double, width: Double) -> [Shape] {
        let ends = [values.low, values.high].map { NumberFormat.significant($0, 3) }
        let muted = Paint.color(Palette.muted)
        var x = 0.0
        var shapes: [Shape] = []
        func add(_ text: String, _ paint: Paint) {
            let label = Label(text: text, at: Point(x: x, y: top + 12), paint: paint)
            shapes.append(.text(label))
            x = label.box.right
        }
        add(meaning, muted)
        x += 12
        add(ends[0], muted)
        x += 6
        let length = min(160, max(60, width - x - 60)).rounded(.down)
        for step in 0..<steps {
            var path = PathData()
            let (left, right) = (
                (x + length * Double(step) / Double(steps)).rounded(),
                (x + length * Double(step + 1) / Double(steps)).rounded()
            )
            path.rect(Rect(left: left, top: top + 3, right: right, bottom: top + 13))
            shapes.append(.fill(path, paint(step), crisp: true))
        }
        x = (x + length + 6).rounded()
        add(ends[1], muted)
        return shapes
    }
}
