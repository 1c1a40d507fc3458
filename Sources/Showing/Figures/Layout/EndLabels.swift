/// Names at the right ends of lines, moved apart so that none overlap.
enum EndLabels {
    /// The smallest distance between the middles of two labels.
    static let distance = 13.5

    /// The heights nearest to `wanted`, in the sense of least squares, that are `distance` apart and inside `bounds`.
    ///
    /// With the labels sorted, subtracting each one's share of the distances makes "apart" mean "not descending": isotonic
    /// regression, by pooling adjacent violators (Ayer et al. 1955).
    static func spread(_ wanted: [Double], in bounds: ClosedRange<Double>) -> [Double] {
        let order = wanted.indices.sorted { wanted[$0] == wanted[$1] ? $0 < $1 : wanted[$0] < wanted[$1] }
        var blocks: [(sum: Double, count: Int)] = []
        for (rank, index) in order.enumerated() {
            blocks.append((wanted[index] - Double(rank) * distance, 1))
            while blocks.count > 1 {
                let (last, before) = (blocks[blocks.count - 1], blocks[blocks.count - 2])
                guard last.sum / Double(last.count) < before.sum / Double(before.count) else { break }
                blocks.removeLast(2)
                blocks.append((before.sum + last.sum, before.count + last.count))
            }
        }
        let highest = bounds.upperBound - Double(wanted.count - 1) * distance
        let levels = blocks.flatMap { block in
            Array(repeating: max(bounds.lowerBound, min(highest, block.sum / Double(block.count))), count: block.count)
        }
        var result = wanted
        for (rank, index) in order.enumerated() { result[index] = levels[rank] + Double(rank) * distance }
        return result
    }
}
