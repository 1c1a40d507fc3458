import DeterministicMath

/// The intervals of one band; remembers Student's quantile, which is the same wherever the count is.
struct BandStatistics {
    private let meaning: BandMeaning
    private var student: (count: Int, quantile: Double)?

    init(_ meaning: BandMeaning) throws(FigureError) {
        switch meaning {
        case .t(let confidence) where !(confidence > 0 && confidence < 1): throw .badBand("t(\(confidence))")
        case .quantiles(let low, let high) where !(low >= 0 && low < high && high <= 1):
            throw .badBand("quantiles(\(low), \(high))")
        case .bootstrap(let confidence, let resamples, _) where !(confidence > 0 && confidence < 1) || resamples < 1:
            throw .badBand("bootstrap(\(confidence), resamples: \(resamples))")
        case .sd, .t, .quantiles, .bootstrap: self.meaning = meaning
        }
    }

    /// The interval of two or more values.
    mutating func interval(of values: [Double]) -> Interval {
        switch meaning {
        case .sd: return around(values.mean(), values.sampleStandardDeviation())
        case .t(let confidence):
            if student?.count != values.count {
                let distribution = StudentDistribution(degreesOfFreedom: Double(values.count - 1))
                student = (values.count, distribution.quantile((1 + confidence) / 2))
            }
            let error = values.sampleStandardDeviation() / Double(values.count).squareRoot()
            return around(values.mean(), student!.quantile * error)
        case .quantiles(let low, let high):
            let ends = values.quantiles([low, high])
            return Interval(low: ends[0], high: ends[1])
        case .bootstrap(let confidence, let resamples, let seed):
            var generator = Xoshiro256StarStar(seed: seed)
            return Interval(bootstrapping: values, confidence: confidence, resamples: resamples, using: &generator)
        }
    }

    private func around(_ mean: Double, _ radius: Double) -> Interval {
        Interval(low: mean - radius, high: mean + radius)
    }
}
