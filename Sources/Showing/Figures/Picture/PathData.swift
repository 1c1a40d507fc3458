/// The `d` of a path, in whole tenths of a pixel and relative steps, which keeps it short.
struct PathData: Hashable, Sendable {
    private(set) var text = ""
    private var x = 0
    private var y = 0

    var isEmpty: Bool { text.isEmpty }

    mutating func move(to point: Point) {
        (x, y) = (tenths(point.x), tenths(point.y))
        text += "M" + pair(x, y)
    }

    mutating func line(to point: Point) {
        let (dx, dy) = (tenths(point.x) - x, tenths(point.y) - y)
        guard dx != 0 || dy != 0 else { return }
        if dy == 0 {
            text += "h" + number(dx)
        } else if dx == 0 {
            text += "v" + number(dy)
        } else {
            text += "l" + pair(dx, dy)
        }
        (x, y) = (x + dx, y + dy)
    }

    mutating func close() {
        text += "z"
    }

    /// A dot where the stroke's caps are round.
    mutating func dot(at point: Point) {
        let (dx, dy) = (tenths(point.x) - x, tenths(point.y) - y)
        text += text.isEmpty ? "M" + pair(dx, dy) + "h0" : "m" + pair(dx, dy) + "h0"
        (x, y) = (x + dx, y + dy)
    }

    mutating func rect(_ rect: Rect) {
        move(to: Point(x: rect.left, y: rect.top))
        line(to: Point(x: rect.right, y: rect.top))
        line(to: Point(x: rect.right, y: rect.bottom))
        line(to: Point(x: rect.left, y: rect.bottom))
        close()
    }

    mutating func polyline(_ points: [Point]) {
        guard let first = points.first else { return }
        move(to: first)
        for point in points.dropFirst() { line(to: point) }
        // A piece of one point is a dot where the stroke's caps are round.
        if points.count == 1 { text += "h0" }
    }

    private func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }

    /// Two numbers; a minus sign separates as well as a space.
    private func pair(_ a: Int, _ b: Int) -> String {
        number(a) + (b < 0 ? "" : " ") + number(b)
    }

    private func number(_ tenths: Int) -> String { shortNumber(tenths: tenths) }
}

/// A number of tenths as SVG writes it: 12.5, −0.5 as `-.5`.
func shortNumber(tenths: Int) -> String {
    let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
    let digits = rest == 0 ? String(whole) : (whole == 0 ? "" : String(whole)) + "." + String(rest)
    return tenths < 0 ? "-" + digits : digits
}
