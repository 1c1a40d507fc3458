import DeterministicMath
import Testing

@testable import PolicyGradient

/// A stream of batches: prompts 0 ..< 7 unevenly often, rewards that drift.
struct RecordedBatches {
    var prompts: [[Int]] = []
    var rewards: [[Double]] = []

    init(count: Int = 12, size: Int = 20) {
        var generator = Xoshiro256StarStar(seed: 77)
        for epoch in 0..<count {
            prompts.append((0..<size).map { _ in min(generator.integer(below: 7), generator.integer(below: 7)) })
            rewards.append((0..<size).map { _ in -50 + Double(epoch) + 10 * generator.normal() })
        }
    }

    /// All rewards of a prompt up to and with an epoch, oldest first.
    func history(of prompt: Int, through epoch: Int) -> [Double] {
        (0...epoch).flatMap { epoch in
            zip(prompts[epoch], rewards[epoch]).filter { $0.0 == prompt }.map(\.1)
        }
    }
}

/// Â by the formula as it is written, for one reward.
private func literalAdvantage(_ reward: Double, among rewards: [Double], weights: [Double], epsilon: Double) -> Double {
    let total = weights.reduce(0, +)
    let mean = zip(weights, rewards).reduce(0) { $0 + $1.0 * $1.1 } / total
    let variance = zip(weights, rewards).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) } / total
    return (reward - mean) / (variance.squareRoot() + epsilon)
}

private func ones(_ count: Int) -> [Double] { [Double](repeating: 1, count: count) }

private func agree(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-9 * max(1, abs($1)) }
}

struct BatchStatisticsTests {
    @Test func `advantages have mean zero and deviation one`() {
        let batch = RecordedBatches().rewards[0]
        let advantages = BatchStatistics<Int>().advantages(of: batch, for: RecordedBatches().prompts[0])
        #expect(abs(advantages.mean()) < 1e-14)
        #expect(abs(advantages.standardDeviation() - 1) < 1e-7)
        #expect(agree(advantages, batch.map { literalAdvantage($0, among: batch, weights: ones(20), epsilon: 1e-7) }))
    }

    @Test func `equal rewards have no advantage`() {
        #expect(BatchStatistics<String>().advantages(of: [-4, -4], for: ["a", "b"]) == [0, 0])
        #expect(BatchStatistics<String>().advantages(of: [], for: []) == [])
        #expect(BatchStatistics<String>().moments(of: "a") == nil)
    }
}

struct IndexedWindowStatisticsTests {
    @Test(arguments: [(1, 1), (4, 2), (5, 5), (32, 16)])
    func `advantages agree with the literal formula`(length: Int, minimumCount: Int) {
        let batches = RecordedBatches()
        var window = IndexedWindowStatistics(length: length, minimumCount: minimumCount, epsilon: 1e-3)
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
        var window = IndexedWindowStatistics(length: 2, minimumCount: 1)
        window.record([10, 20], for: [0, 0])
        #expect(window.moments(of: 0) == Moments(count: 2, mean: 15, variance: 25))
        window.record([40], for: [0])
        #expect(window.moments(of: 0) == Moments(count: 2, mean: 30, variance: 100))
    }

    @Test func `rewards that end equal leave no deviation behind`() {
        var window = IndexedWindowStatistics(length: 32, minimumCount: 16)
        for epoch in 0..<1000 {
            window.record([epoch < 968 ? -86.3 * Double(epoch % 7) : -1.7], for: [0])
        }
        #expect(window.moments(of: 0)!.standardDeviation < 1e-15)
    }

    @Test func `a prompt never recorded is unknown, and measured against the batch`() {
        var window = IndexedWindowStatistics(length: 4, minimumCount: 1)
        window.record([1], for: [3])
        #expect(window.promptCount == 4)
        #expect(window.moments(of: 2) == nil)
        #expect(window.moments(of: 9) == nil)
        #expect(agree(window.advantages(of: [1, 3], for: [9, 2]), [-1 / (1 + 1e-7), 1 / (1 + 1e-7)]))
        #expect(window.advantages(of: [], for: []) == [])
    }
}

struct IndexedEMAStatisticsTests {
    @Test(arguments: [(0.5, 1), (0.9, 4), (0.97, 16)])
    func `advantages agree with the literal formula`(decay: Double, minimumCount: Int) {
        let batches = RecordedBatches()
        var average = IndexedEMAStatistics(decay: decay, minimumCount: minimumCount, epsilon: 1e-3)
        for (epoch, (prompts, rewards)) in zip(batches.prompts, batches.rewards).enumerated() {
            average.record(rewards, for: prompts)
            let expected = zip(rewards, prompts).map { reward, prompt in
                let remembered = batches.history(of: prompt, through: epoch)
                guard remembered.count >= minimumCount else {
                    return literalAdvantage(reward, among: rewards, weights: ones(rewards.count), epsilon: 1e-3)
                }
                var weights = ones(remembered.count)
                for place in weights.indices.dropLast().reversed() {
                    weights[place] = weights[place + 1] * decay
                }
                return literalAdvantage(reward, among: remembered, weights: weights, epsilon: 1e-3)
            }
            #expect(agree(average.advantages(of: rewards, for: prompts), expected))
        }
    }

    @Test func `the first reward counts fully`() {
        var average = IndexedEMAStatistics(decay: 0.9, minimumCount: 1)
        average.record([-40], for: [1])
        #expect(average.moments(of: 1) == Moments(count: 1, mean: -40, variance: 0))
        #expect(average.moments(of: 0) == nil)
        #expect(average.promptCount == 2)
    }
}

struct StatisticsByPromptTests {
    @Test func `named prompts give the same bits as numbered ones`() {
        let batches = RecordedBatches()
        var numbered = IndexedWindowStatistics(length: 8, minimumCount: 4)
        var named = WindowStatistics<String>(length: 8, minimumCount: 4)
        var numberedAverage = IndexedEMAStatistics(decay: 0.8, minimumCount: 4)
        var namedAverage = EMAStatistics<String>(decay: 0.8, minimumCount: 4)
        for (prompts, rewards) in zip(batches.prompts, batches.rewards) {
            let names = prompts.map { "prompt \($0)" }
            numbered.record(rewards, for: prompts)
            named.record(rewards, for: names)
            numberedAverage.record(rewards, for: prompts)
            namedAverage.record(rewards, for: names)
            #expect(named.advantages(of: rewards, for: names) == numbered.advantages(of: rewards, for: prompts))
            #expect(
                namedAverage.advantages(of: rewards, for: names)
                    == numberedAverage.advantages(of: rewards, for: prompts)
            )
        }
        #expect(named.moments(of: "prompt 3") == numbered.moments(of: 3))
        #expect(named.moments(of: "another") == nil)
    }

    @Test func `asking changes nothing`() {
        var window = WindowStatistics<String>(length: 2, minimumCount: 1)
        window.record([1, 2], for: ["a", "b"])
        let advantages = window.advantages(of: [1, 2], for: ["a", "new"])
        #expect(window.advantages(of: [1, 2], for: ["a", "new"]) == advantages)
        #expect(window.moments(of: "new") == nil)
    }
}
