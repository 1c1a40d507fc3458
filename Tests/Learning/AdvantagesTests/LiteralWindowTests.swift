import DeterministicMath
import Testing

@testable import Advantages

struct LiteralWindowTests {
    @Test(arguments: [(1, 1), (2, 2), (3, 2), (4, 4), (5, 1), (12, 4), (32, 16)])
    func `the fast window has the bits of the literal one`(length: Int, minimumCount: Int) {
        let batches = RecordedBatches(count: 40)
        var fast = Advantages<Int>(.window(length: length, minimumCount: minimumCount), epsilon: 1e-3)
        var literal = LiteralWindow<Int>(length: length, minimumCount: minimumCount, epsilon: 1e-3)
        for (prompts, rewards) in zip(batches.prompts, batches.rewards) {
            fast.record(rewards, for: prompts)
            literal.record(rewards, for: prompts)
            #expect(fast.advantages(of: rewards, for: prompts) == literal.advantages(of: rewards, for: prompts))
            // A small batch takes the other way through the statistics.
            let (few, asked) = (Array(rewards[..<3]), Array(prompts[..<3]))
            #expect(fast.advantages(of: few, for: asked) == literal.advantages(of: few, for: asked))
        }
    }

    @Test func `it has them with many prompts, few of them in a batch`() {
        var generator = Xoshiro256StarStar(seed: 3)
        var fast = Advantages<Int>(.window(length: 5, minimumCount: 2))
        var literal = LiteralWindow<Int>(length: 5, minimumCount: 2, epsilon: 1e-7)
        for _ in 0..<400 {
            let prompts = (0..<16).map { _ in generator.integer(below: 300) }
            let rewards = prompts.map { Double($0) + generator.normal() }
            fast.record(rewards, for: prompts)
            literal.record(rewards, for: prompts)
            #expect(fast.advantages(of: rewards, for: prompts) == literal.advantages(of: rewards, for: prompts))
        }
        #expect(fast.prompts.count > 250)
    }

    @Test func `a batch may have more rewards of a prompt than the window holds, here as in a run`() {
        var fast = Advantages<Int>(.window(length: 2, minimumCount: 1), epsilon: 0.5)
        fast.record([9, 1, 3], for: [0, 0, 0])
        #expect(fast.moments(of: 0) == Moments(count: 2, mean: 2, variance: 1))
        let differences: [Double] = [7, -1, 1]
        #expect(fast.advantages(of: [9, 1, 3], for: [0, 0, 0]) == differences.map { $0 / 1.5 })
    }
}
