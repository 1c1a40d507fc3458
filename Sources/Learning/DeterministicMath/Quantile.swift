extension Collection where Element == Double {
    /// The quantile at `probability`, 0 to 1: type 7 of Hyndman and Fan ("Sample quantiles in statistical packages", 1996),
    /// the one of R and numpy.
    ///
    /// With the n elements sorted, it is the value at place probability·(n - 1), between two elements linearly. There must
    /// be at least one element, and no NaN.
    public func quantile(_ probability: Double) -> Double {
        quantiles([probability])[0]
    }

    /// The quantiles at several probabilities; the elements are sorted once.
    public func quantiles(_ probabilities: [Double]) -> [Double] {
        require(!isEmpty, "a quantile of no numbers")
        require(allSatisfy { !$0.isNaN }, "a quantile of NaN")
        let sorted = self.sorted()
        return probabilities.map { probability in
            require((0...1).contains(probability), "a quantile at \(probability), outside 0 to 1")
            let place = probability * Double(sorted.count - 1)
            let below = Int(place)
            let share = place - Double(below)
            // On an element there is nothing to interpolate: an infinite neighbour would make it NaN.
            guard share > 0, sorted[below] != sorted[below + 1] else { return sorted[below] }
            return sorted[below] + share * (sorted[below + 1] - sorted[below])
        }
    }

    /// The middle of the sorted elements: the quantile at ½.
    public func median() -> Double {
        quantile(0.5)
    }
}
