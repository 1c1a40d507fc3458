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
        var indices = Set([top, bottom])
        if start == 0 { indices.insert(0) }
        if end == points.count { indices.insert(end - 1) }
        kept += indices.sorted().map { points[$0] }
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
