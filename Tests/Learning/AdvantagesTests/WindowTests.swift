import DeterministicMath
import TestSupport
import Testing

@testable import Advantages

struct WindowTests {
    @Test(arguments: [(1, 1), (4, 2), (5, 5), (32, 16)])
    func `advantages agree with the literal formula`(length: Int, minimumCount: Int) {
        let batches = RecordedBatches()
        var window = Advantages<Int>(.window(length: length, minimumCount: minimumCount), epsilon: 1e-3)
        for (epoch, (prompts, rewards)) in zip(batches.prompts, batches.rewards).enumerated() {
            window.record(rewards, for: prompts)
            let expected = zip(rewards, prompts).map { reward, prompt in
                let remembered = Array(batches.history(of: prompt, through: epoch).suffix(length))
                let basis = remembered.count >= minimumCount ? remembered : rewards
                return literalAdvantage(reward, among: basis, weights: ones(basis.count), epsilon: 1e-3)
            }
            #expect(agree(window.advantages(of: rewards, for: prompts), expected))
        }
    }

    @Test func `a window forgets its oldest reward`() {
        var window = Advantages<Int>(.window(length: 2, minimumCount: 1))
        window.record([10, 20], for: [0, 0])
        #expect(window.moments(of: 0) == Moments(count: 2, mean: 15, variance: 25))
        window.record([40], for: [0])
        #expect(window.moments(of: 0) == Moments(count: 2, mean: 30, variance: 100))
    }

    @Test func `rewards that end equal leave no deviation behind`() {
        var window = Advantages<Int>(.window(length: 32, minimumCount: 16))
        for epoch in 0..<1000 {
            window.record([epoch < 968 ? -86.3 * Double(epoch % 7) : -1.7], for: [0])
        }
        #expect(window.moments(of: 0)!.standardDeviation < 1e-15)
    }

    @Test func `a prompt never recorded is unknown, and measured against the batch`() {
        var window = Advantages<Int>(.window(length: 4, minimumCount: 1))
        window.record([1], for: [3])
        #expect(window.moments(of: 2) == nil)
        #expect(window.moments(of: 9) == nil)
        #expect(agree(window.advantages(of: [1, 3], for: [9, 2]), [-1 / (1 + 1e-7), 1 / (1 + 1e-7)]))
        #expect(window.advantages(of: [], for: []) == [])
    }
}
