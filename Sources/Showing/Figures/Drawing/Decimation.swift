/// At most two of the points in each pixel column: the lowest and the highest, in their order.
///
/// `points` go from left to right. The first and the last point stay.
func extremesByColumn(_ points: [Point]) -> [Point] {
    guard points.count > 2 else { return points }
    var kept: [Point] = []
    var start = 0
    while start < points.count {
        let column = points[start].x.rounded(.down)
        var (top, bottom, end) = (start, start, start + 1)
        while end < points.count, points[end].x.rounded(.down) == column {
            if points[end].y < points[top].y { top = end }
            if points[end].y > points[bottom].y { bottom = end }
            end += 1
        }
        if start == 0, min(top, bottom) > 0 { kept.append(points[0]) }
        kept.append(points[min(top, bottom)])
        if top != bottom { kept.append(points[max(top, bottom)]) }
        if end == points.count, max(top, bottom) < end - 1 { kept.append(points[end - 1]) }
        start = end
    }
    return kept
}

/// The highest (`isTop`) or lowest point of each pixel column, for the edge of an area; the first and last point stay.
func edgeByColumn(_ points: [Point], isTop: Bool) -> [Point] {
    var kept: [Point] = []
    for (index, point) in points.enumerated() {
        let isInner = index > 1 && index < points.count - 1
        if isInner, let last = kept.last, last.x.rounded(.down) == point.x.rounded(.down) {
            if isTop ? point.y < last.y : point.y > last.y { kept[kept.count - 1].y = point.y }
        } else {
            kept.append(point)
        }
    }
    return kept
}

/// The points that shape the line, by Douglas and Peucker (1973): what is left out lies within `tolerance` pixels of it.
func simplified(_ points: [Point], tolerance: Double = 0.15) -> [Point] {
    guard points.count > 2 else { return points }
    var keeps = Array(repeating: false, count: points.count)
    keeps[0] = true
    keeps[points.count - 1] = true
    var open = [(0, points.count - 1)]
    while let (first, last) = open.popLast() {
        var (farthest, distance) = (first, tolerance)
        for index in (first + 1)..<max(last, first + 1) {
            let gap = points[index].distance(from: points[first], points[last])
            if gap > distance { (farthest, distance) = (index, gap) }
        }
        guard farthest != first else { continue }
        keeps[farthest] = true
        open += [(first, farthest), (farthest, last)]
    }
    return zip(points, keeps).compactMap { $1 ? $0 : nil }
}

extension Point {
    /// The distance from the segment between two points.
    fileprivate func distance(from a: Point, _ b: Point) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let squared = dx * dx + dy * dy
        let share = squared == 0 ? 0 : max(0, min(1, ((x - a.x) * dx + (y - a.y) * dy) / squared))
        let (gapX, gapY) = (a.x + share * dx - x, a.y + share * dy - y)
        return (gapX * gapX + gapY * gapY).squareRoot()
    }
}
