/// Where two sequences differ, with as few changes as possible (Myers 1986, An O(ND) difference algorithm).
struct Alignment {
    /// A place where one sequence has other elements than the other; one of the ranges may be empty.
    struct Gap: Hashable {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// The places in their order.
    let gaps: [Gap]

    init(of old: [Substring], with new: [Substring]) {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var gaps: [Gap] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            let start = (i, j)
            while removed.contains(i) { i += 1 }
            while inserted.contains(j) { j += 1 }
            if start == (i, j) {
                (i, j) = (i + 1, j + 1)
            } else {
                gaps.append(Gap(old: start.0..<i, new: start.1..<j))
            }
        }
        self.gaps = gaps
    }
}
