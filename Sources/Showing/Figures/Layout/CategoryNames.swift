/// How the names of a categorical x axis stand below it: in one line, in several, turned, or, if nothing helps, only some of them.
struct CategoryNames {
    /// The names that are written, each in its lines.
    private(set) var names: [(lines: [String], place: Double)] = []
    /// Whether they are turned by a quarter, to be read from below.
    private(set) var isTurned = false
    /// Whether some of the names are left out.
    private(set) var isThinned = false

    private static let gap = 6.0
    private static let longestTurned = 150.0

    /// The names of `axis` below a panel; nil if it has numbers.
    init?(_ axis: Axis, below panel: Rect, isSmall: Bool) {
        guard let categories = axis.categories else { return nil }
        let scale = Scale(axis, from: panel.left, to: panel.right)
        let room = TickRoom.below(panel, isSmall: isSmall)
        let texts = categories.map(axis.name)
        let places = categories.map { scale($0) }
        let ticks = zip(categories, texts).map { Tick(value: $0, label: $1) }
        if let level = axis.placed(ticks, scale, room) {
            names = level.map { ([$0.label], $0.labelPlace) }
            return
        }
        let inLines = texts.map { wrapped($0, width: scale.categoryLength - Self.gap, size: Form.tickSize, atMost: 3) }
        if zip(inLines, texts).allSatisfy({
            $0.joined(separator: " ").count >= $1.count && !$0.contains { $0.hasSuffix("…") }
        }) {
            names = Array(zip(inLines, places))
            return
        }
        isTurned = true
        let count = min(3, Int(scale.categoryLength / Self.lineHeight))
        if count > 0 {
            names = zip(texts, places).map {
                (wrapped($0, width: Self.longestTurned, size: Form.tickSize, atMost: count), $1)
            }
            return
        }
        isTurned = false
        isThinned = true
        names = axis.ticks(along: scale, in: room).map { ([$0.label], $0.labelPlace) }
    }

    /// Between the base lines of a name in several lines, and of two names that are turned.
    static let lineHeight = 13.0

    /// From the axis to below the names.
    var height: Double {
        guard isTurned else { return 24 + Self.lineHeight * Double((names.map(\.lines.count).max() ?? 1) - 1) }
        return 16 + (names.flatMap(\.lines).map { textWidth($0, size: Form.tickSize) }.max() ?? 0).rounded(.up)
    }

    /// The names as labels under an axis at the height `top`.
    func labels(top: Double, paint: Paint) -> [Label] {
        names.flatMap { lines, place in
            lines.enumerated().map { index, line in
                let offset = Self.lineHeight * Double(index)
                guard isTurned else {
                    let at = Point(x: place, y: top + 16 + offset)
                    return Label(text: line, at: at, anchor: .middle, paint: paint)
                }
                let middle = Self.lineHeight * Double(lines.count - 1) / 2
                let at = Point(x: place + 4 + offset - middle, y: top + 8)
                return Label(text: line, at: at, anchor: .end, paint: paint, isTurned: true)
            }
        }
    }
}

extension TickRoom {
    /// The room for labels below a panel.
    static func below(_ panel: Rect, isSmall: Bool) -> TickRoom {
        let overhang = isSmall ? 3.5 : 14
        return horizontal(from: max(0, panel.left - overhang), to: panel.right + overhang, isSmall: isSmall)
    }
}
