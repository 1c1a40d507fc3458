/// Where a label could stand, best place first.
enum LabelCandidates {
    private static let step = 12.0

    /// Along a horizontal rule: from its right end to its left, above it and then below.
    static func along(height: Double, from left: Double, to right: Double, _ label: Label) -> [Label] {
        var candidates: [Label] = []
        for base in [height - 5, height + 0.8 * label.size + 5] {
            for x in Swift.stride(from: right - 2, through: left, by: -step) {
                candidates.append(moved(label, to: Point(x: x, y: base), .end))
            }
        }
        return candidates
    }

    /// On top of a vertical rule, else beside it from the top down, right of it and then left.
    static func beside(x: Double, from top: Double, to bottom: Double, _ label: Label) -> [Label] {
        let onTop = [Label.Anchor.middle, .start, .end].map { moved(label, to: Point(x: x, y: top - 5), $0) }
        return onTop
            + Swift.stride(from: top + label.size, through: bottom, by: step).flatMap { y in
                [moved(label, to: Point(x: x + 5, y: y), .start), moved(label, to: Point(x: x - 5, y: y), .end)]
            }
    }

    /// Around a place: above, right, left, below, then in widening rings, then anywhere in `bounds`.
    static func around(_ place: Point, _ label: Label, in bounds: Rect) -> [Label] {
        var candidates: [Label] = []
        for distance in Swift.stride(from: 0.0, through: 60, by: step) {
            let middle = place.y + 0.3 * label.size
            candidates.append(moved(label, to: Point(x: place.x, y: place.y - 6 - distance), .middle))
            candidates.append(moved(label, to: Point(x: place.x + 7 + distance, y: middle), .start))
            candidates.append(moved(label, to: Point(x: place.x - 7 - distance, y: middle), .end))
            candidates.append(moved(label, to: Point(x: place.x, y: place.y + label.size + 4 + distance), .middle))
            candidates.append(moved(label, to: Point(x: place.x + 5 + distance, y: place.y - 6 - distance), .start))
            candidates.append(moved(label, to: Point(x: place.x - 5 - distance, y: place.y - 6 - distance), .end))
        }
        for y in Swift.stride(from: bounds.top + label.size, through: bounds.bottom, by: step) {
            for x in Swift.stride(from: bounds.left, through: bounds.right, by: 2 * step) {
                candidates.append(moved(label, to: Point(x: x, y: y), .start))
            }
        }
        return candidates
    }

    private static func moved(_ label: Label, to place: Point, _ anchor: Label.Anchor) -> Label {
        var label = label
        label.at = place
        label.anchor = anchor
        return label
    }
}
