import DeterministicMath
import Testing

struct MeanEstimateTests {
    @Test func `the interval is Student's`() {
        let estimate = MeanEstimate(of: [1, 2, 3, 4, 5])
        #expect(estimate.mean == 3)
        #expect(estimate.count == 5)
        #expect(abs(estimate.standardDeviation - 2.5.squareRoot()) < 1e-15)
        #expect(abs(estimate.standardError - 0.5.squareRoot()) < 1e-15)
        // t(4, 0.975) = 2.7764451051977987
        #expect(abs(estimate.interval.high - 3 - 2.7764451051977987 * 0.5.squareRoot()) < 1e-10)
        #expect(abs(estimate.interval.center - 3) < 1e-15)
    }

    @Test func `a single number says nothing of its error`() {
        let estimate = MeanEstimate(of: [7])
        #expect(estimate.mean == 7)
        #expect(estimate.interval == Interval(low: -.infinity, high: .infinity))
    }

    @Test func `a paired difference does not see what the pairs have in common`() {
        let difference = MeanEstimate(of: [11, 21, 34], minus: [10, 20, 30])
        #expect(difference == MeanEstimate(of: [1, 1, 4]))
        #expect(difference.margin == difference.interval.width / 2)
        #expect(difference.margin < MeanEstimate(of: [11, 21, 34]).margin)
    }

    @Test func `intervals cover the mean as often as they claim`() {
        var generator = Xoshiro256StarStar(seed: 3)
        let covered = (0..<4000).count { _ in
            let numbers = (0..<6).map { _ in 5 + 2 * generator.normal() }
            return MeanEstimate(of: numbers, confidence: 0.8).interval.contains(5)
        }
        // Five standard errors of a proportion of 0.8 in 4000.
        #expect(abs(Double(covered) / 4000 - 0.8) < 0.032)
    }
}
