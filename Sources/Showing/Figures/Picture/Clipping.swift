/// Clipping by arithmetic: an SVG clip path would need an id.
extension Rect {
    /// The part of the segment inside, by Liang and Barsky (1984); nil if it passes outside.
    func clip(_ a: Point, _ b: Point) -> (Point, Point)? {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        var (enter, leave) = (0.0, 1.0)
        for (step, room) in [(-dx, a.x - left), (dx, right - a.x), (-dy, a.y - top), (dy, bottom - a.y)] {
            if step == 0 {
                if room < 0 { return nil }
            } else if step < 0 {
                enter = max(enter, room / step)
            } else {
                leave = min(leave, room / step)
            }
        }
        guard enter <= leave else { return nil }
        let start = enter == 0 ? a : Point(x: a.x + enter * dx, y: a.y + enter * dy)
        let end = leave == 1 ? b : Point(x: a.x + leave * dx, y: a.y + leave * dy)
        return (start, end)
    }

    /// The pieces of a polyline inside.
    func clip(polyline points: [Point]) -> [[Point]] {
        if points.allSatisfy(contains) { return points.isEmpty ? [] : [points] }
        if points.count == 1 { return [] }
        var pieces: [[Point]] = []
        for (a, b) in zip(points, points.dropFirst()) {
            guard let (start, end) = clip(a, b) else { continue }
            if pieces.last?.last == start { pieces[pieces.count - 1].append(end) } else { pieces.append([start, end]) }
        }
        return pieces
    }

    /// The polygon inside, by Sutherland and Hodgman (1974); empty if there is none.
    func clip(polygon points: [Point]) -> [Point] {
        if points.allSatisfy(contains) { return points }
        var result = points
        for side in [left, right] { result = cut(result, at: side, keepsAbove: side == left, along: \.x) }
        for side in [top, bottom] { result = cut(result, at: side, keepsAbove: side == top, along: \.y) }
        return result
    }

    private func cut(
        _ points: [Point], at side: Double, keepsAbove: Bool, along axis: KeyPath<Point, Double>
    ) -> [Point] {
        guard var previous = points.last else { return [] }
        func isInside(_ point: Point) -> Bool {
            keepsAbove ? point[keyPath: axis] >= side : point[keyPath: axis] <= side
        }
        var result: [Point] = []
        for point in points {
            if isInside(point) != isInside(previous) {
                let share = (side - previous[keyPath: axis]) / (point[keyPath: axis] - previous[keyPath: axis])
                result.append(
                    Point(
                        x: previous.x + share * (point.x - previous.x), y: previous.y + share * (point.y - previous.y)))
            }
            if isInside(point) { result.append(point) }
            previous = point
        }
        return result
    }
}
