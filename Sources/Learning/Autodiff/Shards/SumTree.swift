import Synchronization

/// What a ``SumTree`` adds.
protocol Summable: Sendable {
    /// Adds what stands to the right.
    mutating func add(_ other: Self)
}

/// A sum whose order is fixed, whoever computes its terms and whenever: neighbours are added in pairs, then the pairs in
/// pairs, and so on; where one is left over it moves up as it is.
///
/// Terms are added as soon as both sides are there, so that few of them wait.
final class SumTree<Term: Summable>: Sendable {
    private struct Place: Hashable {
        var level: Int
        var index: Int
    }

    private let leaves: Int
    private let waiting = Mutex<[Place: Term]>([:])

    init(leaves: Int) { self.leaves = leaves }

    /// Puts a term in its place, and adds what can be added.
    func put(_ term: Term, at leaf: Int) {
        var (term, place, width) = (term, Place(level: 0, index: leaf), leaves)
        while width > 1 {
            let isLeft = place.index.isMultiple(of: 2)
            let neighbour = Place(level: place.level, index: place.index + (isLeft ? 1 : -1))
            if neighbour.index < width {
                // Whoever comes second adds; the lock is not held meanwhile.
                let other = waiting.withLock { waiting -> Term? in
                    if let other = waiting.removeValue(forKey: neighbour) { return other }
                    waiting[place] = term
                    return nil
                }
                guard var other else { return }
                if isLeft {
                    term.add(other)
                } else {
                    other.add(term)
                    term = other
                }
            }
            place = Place(level: place.level + 1, index: place.index / 2)
            width = (width + 1) / 2
        }
        waiting.withLock { $0[place] = term }
    }

    /// The sum of all terms, each of which has been put; it is taken away.
    func total() -> Term {
        let terms = waiting.withLock { waiting in
            defer { waiting = [:] }
            return waiting
        }
        guard terms.count == 1, let sum = terms.values.first else { fatalError("a sum with terms missing") }
        return sum
    }
}
