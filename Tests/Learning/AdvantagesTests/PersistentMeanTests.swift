import DeterministicMath
import TestSupport
import Testing

@testable import Advantages

struct PersistentMeanTests {
    @Test func `a reward is measured against its prompt's past`() {
        var statistics = Advantages<Int>(.persistentMean(decay: 0.5), epsilon: 1e-3)
        statistics.record([10, 4, 20], for: [0, 1, 1])
        // Prompt 1's average weighs 4 half as much as 20.
        let centered = [13.0 - 10, 8 - 44.0 / 3, 5 - 26.0 / 3]
        statistics.record([13, 8, 5], for: [0, 1, 2])
        let expected = centered.map { literalAdvantage($0, among: centered, weights: ones(3), epsilon: 1e-3) }
        #expect(agree(statistics.advantages(of: [13, 8, 5], for: [0, 1, 2]), expected))
    }

    @Test func `the batch itself is remembered for the next`() {
        var statistics = Advantages<Int>(.persistentMean(decay: 0.5))
        statistics.record([10], for: [0])
        statistics.record([40], for: [0])
        #expect(statistics.moments(of: 0)?.mean == 30)
        #expect(statistics.moments(of: 1) == nil)
    }

    @Test func `without any past it is the batch's mean and deviation`() {
        var statistics = Advantages<Int>(.persistentMean(decay: 0.9))
        statistics.record([1, 5], for: [0, 1])
        let batch = Advantages<Int>(.batch).advantages(of: [1, 5], for: [0, 1])
        #expect(agree(statistics.advantages(of: [1, 5], for: [0, 1]), batch))
    }
}
