import Exhibits

/// Drawing a diagram in one of the two layouts.
extension Diagram {
    private static let padding = 8.0
    private static let lineHeight = 16.0
    /// Between columns and between rows there is room for an arrow and its text.
    private static let gap = (x: 64.0, y: 40.0)

    func picture(in form: Form, _ place: KeyPath<Box, [Int]>) -> Picture {
        let columnCount = boxes.map { $0[keyPath: place][0] }.max()! + 1
        let rowCount = boxes.map { $0[keyPath: place][1] }.max()! + 1
        // Half a pixel at the border, so that its line is not cut.
        let width = (form.width - 2 - Double(columnCount - 1) * Self.gap.x) / Double(columnCount)
        func lines(_ box: Box) -> [String] {
            box.text.isEmpty
                ? [] : wrapped(box.text, width: width - 2 * Self.padding, size: Form.labelSize, atMost: 3)
        }
        let heights = (0..<rowCount).map { row in
            let most = boxes.filter { $0[keyPath: place][1] == row }.map { lines($0).count }.max() ?? 0
            return 2 * Self.padding + Double(1 + most) * Self.lineHeight
        }
        let tops = heights.indices.map { row in
            1 + heights[..<row].reduce(0, +) + Double(row) * Self.gap.y
        }
        func rect(_ box: Box) -> Rect {
            let (column, row) = (box[keyPath: place][0], box[keyPath: place][1])
            let left = 1 + Double(column) * (width + Self.gap.x)
            return Rect(left: left, top: tops[row], right: left + width, bottom: tops[row] + heights[row])
        }
        let rects = Dictionary(uniqueKeysWithValues: boxes.map { ($0.name, rect($0)) })
        return Picture(
            width: form.width, height: tops.last! + heights.last! + 1,
            shapes: arrows.flatMap { shapes(of: $0, from: rects[$0.from]!, to: rects[$0.to]!) }
                + boxes.flatMap { shapes(of: $0, in: rects[$0.name]!, lines: lines($0)) })
    }

    private func shapes(of box: Box, in rect: Rect, lines: [String]) -> [Shape] {
        var path = PathData()
        path.rect(rect)
        let stroke =
            switch box.emphasis {
            case .none: Stroke(paint: .color(Palette.axis))
            case .strong: Stroke(paint: .color(Palette.series[0]), width: 2)
            case .hidden: Stroke(paint: .color(Palette.axis), dash: [4, 3])
            }
        func text(_ text: String, line: Int, size: Double, _ color: PaletteColor) -> Shape {
            let y = rect.top + Self.padding + Double(line) * Self.lineHeight + 11
            return .text(
                Label(
                    text: text, at: Point(x: (rect.left + rect.right) / 2, y: y), anchor: .middle, size: size,
                    paint: .color(color)))
        }
        return [.fill(path, .color(Palette.panel)), .stroke(path, stroke)]
            + [text(box.name, line: 0, size: Form.tickSize, Palette.muted)]
            + lines.enumerated().map { text($1, line: $0 + 1, size: Form.labelSize, Palette.ink) }
    }

    /// A shaft from border to border with a head of two strokes; the text stands above a level arrow, beside any other.
    private func shapes(of arrow: Connection, from: Rect, to: Rect) -> [Shape] {
        func center(_ rect: Rect) -> Point {
            Point(x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2)
        }
        guard let start = from.clip(center(from), center(to))?.1, let tip = to.clip(center(from), center(to))?.0 else {
            return []
        }
        let (dx, dy) = (tip.x - start.x, tip.y - start.y)
        let length = max(1e-9, (dx * dx + dy * dy).squareRoot())
        let end = Point(x: tip.x - 2 * dx / length, y: tip.y - 2 * dy / length)
        let (back, side) = (Point(x: -6 * dx / length, y: -6 * dy / length), 0.5)
        var path = PathData()
        path.polyline([start, end])
        path.polyline([
            Point(x: end.x + back.x - side * back.y, y: end.y + back.y + side * back.x), end,
            Point(x: end.x + back.x + side * back.y, y: end.y + back.y - side * back.x),
        ])
        let shaft = Shape.stroke(path, Stroke(paint: .color(Palette.muted), width: 1.4, isRound: true))
        guard !arrow.text.isEmpty else { return [shaft] }
        let middle = Point(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)
        let isLevel = abs(dy) < 1
        let label = Label(
            text: arrow.text, at: Point(x: isLevel ? middle.x : middle.x + 7, y: isLevel ? middle.y - 7 : middle.y + 4),
            anchor: isLevel ? .middle : .start, paint: .color(Palette.muted), hasHalo: true)
        return [shaft, .text(label)]
    }
}
