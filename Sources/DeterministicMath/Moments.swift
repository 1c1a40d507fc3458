// Sums run from the first element to the last, so the bits are the same on every machine.
extension Collection where Element == Double {
    /// The sum of the elements, in their order; 0 for none.
    public func sum() -> Double {
        reduce(0, +)
    }

    /// The arithmetic mean. There must be at least one element.
    public func mean() -> Double {
        precondition(!isEmpty, "the mean of no numbers")
        return sum() / Double(count)
    }

    /// The population variance, Σ (x - mean)² / n, in two passes. There must be at least one element.
    public func variance() -> Double {
        squaredDeviations() / Double(count)
    }

    /// The population standard deviation, √(Σ (x - mean)² / n). There must be at least one element.
    public func standardDeviation() -> Double {
        variance().squareRoot()
    }

    /// The sample variance, Σ (x - mean)² / (n - 1): the unbiased estimate. There must be at least two elements.
    public func sampleVariance() -> Double {
        precondition(count > 1, "the sample variance of fewer than two numbers")
        return squaredDeviations() / Double(count - 1)
    }

    /// The sample standard deviation, √(Σ (x - mean)² / (n - 1)). There must be at least two elements.
    public func sampleStandardDeviation() -> Double {
        sampleVariance().squareRoot()
    }

    private func squaredDeviations() -> Double {
        let mean = mean()
        return reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
}
