/// Finds places for labels inside a picture, clear of each other and of the lines if it can.
struct LabelPlacer {
    /// What labels must stay inside.
    let bounds: Rect
    private var taken: [Rect]
    private var lines: [[Point]]

    /// - Parameters:
    ///   - taken: where text already stands.
    ///   - lines: what labels should not cover.
    init(bounds: Rect, taken: [Rect], lines: [[Point]]) {
        self.bounds = bounds
        self.taken = taken
        self.lines = lines
    }

    /// The first of `candidates` that touches no other text and no line; else the one inside the bounds and clear of text that
    /// covers the least of the lines; nil if all overlap text or leave the bounds.
    mutating func place(_ candidates: some Sequence<Label>) -> Label? {
        var best: (label: Label, covered: Int)?
        for label in candidates {
            let box = label.box.inset(by: -1)
            guard bounds.contains(box), !taken.contains(where: box.overlaps) else { continue }
            let covered = coverage(of: box, atMost: best?.covered ?? .max)
            if covered < best?.covered ?? .max { best = (label, covered) }
            if covered == 0 { break }
        }
        if let best { taken.append(best.label.box.inset(by: -1)) }
        return best?.label
    }

    private func coverage(of box: Rect, atMost limit: Int) -> Int {
        var count = 0
        for line in lines {
            for (a, b) in zip(line, line.dropFirst()) {
                if max(a.x, b.x) < box.left || min(a.x, b.x) > box.right { continue }
                if max(a.y, b.y) < box.top || min(a.y, b.y) > box.bottom { continue }
                if box.clip(a, b) != nil { count += 1 }
                if count >= limit { return count }
            }
        }
        return count
    }
}
