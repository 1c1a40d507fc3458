public import DeterministicMath

/// How often a model is right, from one or several samples for each of several questions.
public struct Accuracy: Hashable, Sendable, Codable {
    /// How many samples of each question are right.
    public let right: [Int]
    /// How many samples there are of each question, at least one.
    public let samples: Int

    /// Counts: at least one question.
    public init(right: [Int], samples: Int) {
        require(samples > 0 && !right.isEmpty, "an accuracy of \(right.count) questions with \(samples) samples")
        require(right.allSatisfy { 0...samples ~= $0 }, "more right answers than samples")
        self.right = right
        self.samples = samples
    }

    /// The share of right samples.
    public var mean: Double { Double(right.reduce(0, +)) / Double(right.count * samples) }

    /// The interval that covers the accuracy over all questions with the given probability.
    ///
    /// With one sample per question it is Wilson's ("Probable inference", 1927), which is never outside 0 to 1 and has a
    /// width even where all are right; with more, questions are the independent draws, and it is Student's.
    public func interval(confidence: Double = 0.95) -> Interval {
        guard samples > 1, Set(right).count > 1 else { return wilson(confidence: confidence) }
        let shares = right.map { Double($0) / Double(samples) }
        let student = MeanEstimate(of: shares, confidence: confidence).interval
        return Interval(low: max(0, student.low), high: min(1, student.high))
    }

    /// The mean over questions of the probability that one of k samples is right.
    public func pass(at k: Int) -> Double { right.map { passAtK(k, right: $0, of: samples) }.mean() }

    private func wilson(confidence: Double) -> Interval {
        // Beyond 1e6 degrees of freedom Student's quantile is the normal one to six digits.
        let z = StudentDistribution(degreesOfFreedom: 1e6).quantile((1 + confidence) / 2)
        let n = Double(right.count)
        let center = (mean + z * z / (2 * n)) / (1 + z * z / n)
        let radius = z / (1 + z * z / n) * (mean * (1 - mean) / n + z * z / (4 * n * n)).squareRoot()
        return Interval(center: center, radius: radius)
    }
}
