extension Advantages {
    /// Records what several workers recorded, as one batch: worker after worker, each in the order in which it recorded.
    ///
    /// Let workers begin each round with statistics that have seen nothing, and merge them in a fixed order: whichever of them is the
    /// first to finish, the bits are the same.
    ///
    /// ```swift
    /// var round = (0..<4).map { _ in Advantages<String>(statistics.method, epsilon: statistics.epsilon) }
    /// // … each worker records its share of the batch in its own …
    /// try statistics.merge(round)
    /// ```
    ///
    /// Windows are then those of one worker that recorded everything, to the bit; averages and groups are, but for rounding. Kalman
    /// filters are fused by their certainty, which is exact without a drift. A method without a memory has nothing to merge. Throws
    /// `AdvantageError.settings`, and merges nothing, unless method and ε of all are the same.
    public mutating func merge(_ workers: [Advantages]) throws(AdvantageError) {
        if let other = workers.first(where: { $0.method != method || $0.epsilon != epsilon }) {
            throw .settings(ours: settings, theirs: other.settings)
        }
        guard beginBatch() else { return }
        let shares = workers.map { ($0.statistics, number($0.promptsByNumber)) }
        fold(shares, into: &statistics)
    }

    private var settings: String { "\(method) with an epsilon of \(epsilon)" }

    /// The prompts in the order of their numbers.
    var promptsByNumber: [Prompt] { numbers.sorted { $0.value < $1.value }.map(\.key) }
}

/// Opens both: statistics of one method are of one type.
private func fold(_ workers: [(any LearnedStatistics, [Int])], into statistics: inout any LearnedStatistics) {
    func fold<Statistics: LearnedStatistics>(into statistics: inout Statistics) {
        statistics.merge(workers.map { Worker(statistics: $0 as! Statistics, numbers: $1) })
    }
    fold(into: &statistics)
}
