import DeterministicMath
import Language
import Testing

struct AccuracyTests {
    @Test func `one sample for each question gives Wilson's interval`() {
        let accuracy = Accuracy(right: [Int](repeating: 1, count: 305) + [Int](repeating: 0, count: 95), samples: 1)
        #expect(accuracy.mean == 0.7625)
        // Computed by hand from Wilson's formula with z = 1.959964.
        #expect(abs(accuracy.interval().low - 0.7184) < 1e-4 && abs(accuracy.interval().high - 0.8016) < 1e-4)
    }

    @Test func `a model that is always right may still be wrong next time`() {
        let interval = Accuracy(right: [Int](repeating: 1, count: 100), samples: 1).interval()
        #expect(interval.high <= 1 + 1e-12 && interval.low > 0.96 && interval.low < 0.97)
        #expect(Accuracy(right: [4, 4, 4], samples: 4).interval().low < 0.5)
    }

    @Test func `the interval covers the truth as often as it says`() {
        var (generator, covered) = (Xoshiro256StarStar(seed: 4), [0, 0])
        for _ in 0..<1000 {
            // Questions differ: each has its own probability, uniform, so that the truth is ½.
            let chances = (0..<60).map { _ in generator.uniform() }
            let several = chances.map { chance in (0..<4).count { _ in generator.uniform() < chance } }
            let single = chances.map { generator.uniform() < $0 ? 1 : 0 }
            if Accuracy(right: single, samples: 1).interval().contains(0.5) { covered[0] += 1 }
            if Accuracy(right: several, samples: 4).interval().contains(0.5) { covered[1] += 1 }
        }
        // Four standard deviations of a coverage of 0.95 are 28 of 1000.
        for count in covered { #expect(abs(count - 950) < 28) }
    }

    @Test func `pass at k is the mean over questions`() {
        let accuracy = Accuracy(right: [0, 1, 4], samples: 4)
        #expect(abs(accuracy.pass(at: 1) - 5.0 / 12) < 1e-12)
        #expect(abs(accuracy.pass(at: 2) - (0 + 0.5 + 1) / 3) < 1e-12)
    }
}
