import DeterministicMath
import TestSupport
import Testing

@testable import Advantages

struct MedianTests {
    private func advantages(_ rewards: [Double], epsilon: Double = 1e-3) -> [Double] {
        var statistics = Advantages<Int>(.median(length: 32, minimumCount: 1), epsilon: epsilon)
        statistics.record(rewards, for: rewards.map { _ in 0 })
        return statistics.advantages(of: rewards, for: rewards.map { _ in 0 })
    }

    @Test func `advantages agree with the literal formula`() {
        // The median is 4, the absolute deviations are 3, 2, 0, 1 and 96.
        let scale = 1.482602218505602 * 2 + 1e-3
        #expect(agree(advantages([1, 2, 4, 5, 100]), [-3, -2, 0, 1, 96].map { $0 / scale }))
    }

    @Test(arguments: 1...33)
    func `median and deviation have the bits of those of sorted lists`(count: Int) {
        var generator = Xoshiro256StarStar(seed: UInt64(count))
        var statistics = Advantages<Int>(.median(length: 64, minimumCount: 1))
        // Some are equal.
        let rewards = (0..<count).map { _ in Double(generator.integer(below: 40)) / 7 }
        statistics.record(rewards, for: rewards.map { _ in 0 })
        let deviations = rewards.map { abs($0 - rewards.median()) }
        let scale = 1.482602218505602 * deviations.median()
        let moments = statistics.moments(of: 0)!
        #expect(moments.mean == rewards.median())
        #expect(scale == 0 || moments.variance == scale * scale)
    }

    @Test func `one reward far off does not move the others`() {
        let (near, far) = (advantages([1, 2, 4, 5, 100]), advantages([1, 2, 4, 5, 1e9]))
        #expect(near[..<4] == far[..<4])
    }

    @Test func `on normal rewards the scale is their standard deviation`() {
        var generator = Xoshiro256StarStar(seed: 4)
        var statistics = Advantages<Int>(.median(length: 20_000, minimumCount: 1))
        let rewards = (0..<20_000).map { _ in 7 + 3 * generator.normal() }
        statistics.record(rewards, for: rewards.map { _ in 0 })
        let moments = statistics.moments(of: 0)!
        #expect(abs(moments.mean - 7) < 0.1 && abs(moments.standardDeviation - 3) < 0.1)
    }

    @Test func `where most rewards are equal the mean deviation is the scale`() {
        // Deviations 0, 0, 0, 1: their mean is a quarter.
        let scale = (Double.pi / 2).squareRoot() / 4 + 1e-3
        #expect(agree(advantages([0, 0, 0, 1]), [0, 0, 0, 1 / scale]))
    }

    @Test func `merged shares have the bits of the whole batch`() throws {
        let rewards: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
        var shares = [
            Advantages<Int>(.median(length: 5, minimumCount: 1)), Advantages(.median(length: 5, minimumCount: 1)),
        ]
        var (whole, merged) = (shares[0], shares[0])
        whole.record(rewards, for: rewards.map { _ in 0 })
        for place in 0..<2 { shares[place].record(Array(rewards[4 * place..<4 * place + 4]), for: [0, 0, 0, 0]) }
        try merged.merge(shares)
        #expect(merged.moments(of: 0) == whole.moments(of: 0))
        #expect(whole.moments(of: 0)?.mean == 5)
    }
}
