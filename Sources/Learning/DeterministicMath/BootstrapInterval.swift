extension Interval {
    /// The percentile bootstrap interval of a statistic (Efron 1979).
    ///
    /// The numbers, at least one, are drawn again with replacement `resamples` times; the interval holds the middle
    /// `confidence` of the statistic's values. The statistic is the mean if none is given.
    public init(
        bootstrapping numbers: [Double],
        confidence: Double = 0.95,
        resamples: Int = 2000,
        statistic: ([Double]) -> Double = { $0.mean() },
        using generator: inout some RandomNumberGenerator
    ) {
        require(!numbers.isEmpty, "a bootstrap of no numbers")
        require(resamples > 0, "a bootstrap of \(resamples) resamples")
        var resample = numbers
        let values = (0..<resamples).map { _ in
            for place in resample.indices {
                resample[place] = numbers[generator.integer(below: numbers.count)]
            }
            return statistic(resample)
        }
        let ends = values.quantiles([(1 - confidence) / 2, (1 + confidence) / 2])
        self.init(low: ends[0], high: ends[1])
    }
}
