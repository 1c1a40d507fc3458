import DeterministicMath
import Testing

@testable import Advantages

struct KalmanTests {
    @Test func `without drift it is the ordinary mean and the unbiased variance`() {
        var filter = Advantages<Int>(.kalman(drift: 1e-12))
        let rewards = RecordedBatches().rewards[0]
        filter.record(rewards, for: rewards.map { _ in 2 })
        let moments = filter.moments(of: 2)!
        #expect(abs(moments.mean - rewards.mean()) < 1e-8)
        // Independent surprises; their weights 1 - 1/n make the later ones count more.
        #expect(abs(moments.variance / rewards.sampleVariance() - 1) < 0.5)
        #expect(filter.moments(of: 0) == nil && filter.moments(of: 9) == nil)
    }

    @Test func `in the long run it is a moving average with the filter's gain`() {
        // The gain K with K² / (1 - K) = drift: for 1/12 it is 1/4.
        var filter = Advantages<Int>(.kalman(drift: 1.0 / 12))
        filter.record([Double](repeating: 0, count: 200), for: [Int](repeating: 0, count: 200))
        filter.record([8], for: [0])
        #expect(abs(filter.moments(of: 0)!.mean - 2) < 1e-12)
    }

    @Test func `a random walk is followed better than by an average that forgets at another rate`() {
        var generator = Xoshiro256StarStar(seed: 9)
        var filter = Advantages<Int>(.kalman(drift: 0.01))
        var averages = [0.6, 0.99].map { Advantages<Int>(.ema(decay: $0, minimumCount: 1)) }
        var truth = 0.0
        var errors = [0.0, 0, 0]
        var variances = 0.0
        for _ in 0..<5000 {
            truth += 0.3 * generator.normal()
            let reward = truth + 3 * generator.normal()
            filter.record([reward], for: [0])
            let moments = filter.moments(of: 0)!
            variances += moments.variance / 5000
            errors[0] += (moments.mean - truth) * (moments.mean - truth)
            for place in averages.indices {
                averages[place].record([reward], for: [0])
                let error = averages[place].moments(of: 0)!.mean - truth
                errors[place + 1] += error * error
            }
        }
        #expect(errors[0] < 0.8 * errors[1] && errors[0] < 0.5 * errors[2])
        // The variance of a reward is 9.
        #expect(abs(variances - 9) < 0.5)
    }

    @Test func `too few rewards leave the batch's statistics`() {
        var filter = Advantages<Int>(.kalman(drift: 0.1, minimumCount: 3))
        filter.record([1, 5], for: [0, 1])
        let batch = Advantages<Int>(.batch).advantages(of: [1, 5], for: [0, 1])
        #expect(filter.advantages(of: [1, 5], for: [0, 1]) == batch)
    }
}
