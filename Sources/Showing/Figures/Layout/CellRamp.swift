import DeterministicMath
import Exhibits

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

    /// Gives a text in ink a contrast of 4.5 or more on a step of the ramp: an edge of paper in the middle of it, where neither
    /// ink nor paper reaches that alone, and the colour of paper on the dark half.
    static func makeReadable(_ label: inout Label, on step: Int) {
        label.hasHalo = (12..<16).contains(step)
        if step >= 16 { label.paint = .color(Palette.paper) }
    }

    /// The height of the legend: one row, or more if the meaning does not fit beside the colours.
    static func legendHeight(_ plot: Plot, width: Double) -> Double {
        plot.cellValues == nil ? 0 : 10 + 14 * Double(max(1, meaningAbove(plot, width: width).count + 1))
    }

    /// The meaning in lines above the colours; none if it fits beside them.
    private static func meaningAbove(_ plot: Plot, width: Double) -> [String] {
        let meaning = plot.cellMeaning
        if textWidth(meaning, size: Form.tickSize) < 0.4 * width { return [] }
        return wrapped(meaning, width: width, size: Form.tickSize, atMost: 3)
    }

    /// What the colours stand for, a bar of them and the values at its ends.
    static func legend(_ plot: Plot, _ values: Interval, top: Double, width: Double) -> [Shape] {
        let muted = Paint.color(Palette.muted)
        var shapes: [Shape] = []
        var place = Point(x: 0, y: top + 12)
        func add(_ text: String, gap: Double) {
            let label = Label(text: text, at: place, paint: muted)
            shapes.append(.text(label))
            place.x = (label.box.right + gap).rounded()
        }
        for line in meaningAbove(plot, width: width) {
            add(line, gap: 0)
            place = Point(x: 0, y: place.y + 14)
        }
        if shapes.isEmpty { add(plot.cellMeaning, gap: 12) }
        add(NumberFormat.significant(values.low, 3), gap: 6)
        let length = min(160, 0.35 * width)
        for step in 0..<steps {
            var path = PathData()
            let sides = [step, step + 1].map { (place.x + length * Double($0) / Double(steps)).rounded() }
            path.rect(Rect(left: sides[0], top: place.y - 9, right: sides[1], bottom: place.y + 1))
            shapes.append(.fill(path, paint(step), crisp: true))
        }
        place.x = (place.x + length + 6).rounded()
        add(NumberFormat.significant(values.high, 3), gap: 0)
        return shapes
    }
}
