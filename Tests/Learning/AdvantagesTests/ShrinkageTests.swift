import DeterministicMath
import TestSupport
import Testing

@testable import Advantages

struct ShrinkageTests {
    @Test func `means are pulled in by the noise's share`() {
        var statistics = Advantages<Int>(.shrinkage(length: 2, priorCount: 1))
        statistics.record([0, 2, 10, 12], for: [0, 0, 1, 1])
        // μ = 6, s² = 2, τ² = (4·25 - 2) / (4 - 2) = 49, so that w = 49/50.
        let weight = 49.0 / 50
        let moments = statistics.moments(of: 0)
        let mean = 6 + weight * (1 - 6)
        #expect(agree([moments!.mean], [mean]))
        #expect(agree([moments!.variance], [(2 * (1 + (1 - mean) * (1 - mean)) + 2) / 3]))
    }

    @Test func `prompts that differ no more than by noise share the mean of all`() {
        var statistics = Advantages<Int>(.shrinkage(length: 4))
        statistics.record([0, 10, 1, 9], for: [0, 0, 1, 1])
        #expect(statistics.moments(of: 0)?.mean == 5)
        #expect(statistics.moments(of: 1)?.mean == 5)
    }

    @Test func `one reward of a prompt is enough once others have two`() {
        var statistics = Advantages<Int>(.shrinkage(length: 4))
        statistics.record([0, 2, 30], for: [0, 0, 1])
        let moments = statistics.moments(of: 1)
        #expect(moments!.mean < 30 && moments!.mean > 29)
        #expect(moments!.variance > 0)
    }

    @Test func `without a second reward of any prompt the batch counts`() {
        var statistics = Advantages<Int>(.shrinkage(length: 4))
        statistics.record([1, 5, 9], for: [0, 1, 2])
        #expect(statistics.moments(of: 0) == nil)
        let batch = Advantages<Int>(.batch).advantages(of: [1, 5, 9], for: [0, 1, 2])
        #expect(statistics.advantages(of: [1, 5, 9], for: [0, 1, 2]) == batch)
        statistics.record([], for: [])
        #expect(statistics.advantages(of: [], for: []) == [])
    }

    @Test func `shrunken means are nearer the truth than plain ones`() {
        var generator = Xoshiro256StarStar(seed: 5)
        var (plain, shrunken) = (0.0, 0.0)
        for _ in 0..<50 {
            let truths = (0..<40).map { _ in generator.normal() }
            let prompts = (0..<160).map { $0 % 40 }
            let rewards = prompts.map { truths[$0] + 2 * generator.normal() }
            var window = Advantages<Int>(.window(length: 4, minimumCount: 1))
            var statistics = Advantages<Int>(.shrinkage(length: 4))
            window.record(rewards, for: prompts)
            statistics.record(rewards, for: prompts)
            for (prompt, truth) in truths.enumerated() {
                let (own, pulled) = (window.moments(of: prompt)!.mean, statistics.moments(of: prompt)!.mean)
                plain += (own - truth) * (own - truth)
                shrunken += (pulled - truth) * (pulled - truth)
            }
        }
        // With τ² = 1 and s²/n = 1 the best possible ratio is 1/2.
        #expect(shrunken < 0.6 * plain)
    }
}
