import DeterministicMath
import Testing

@testable import Advantages

/// The mean of equal rewards is this reward, not what rounding makes of their sum: ε would not save a method from the rest.
struct EqualRewardsTests {
    private static let rewards: [Double] = [
        0, 0.1, 1.0 / 3, -47.3, 123_456.789, 1e7 / 3, 1e9 / 3, -1e12 / 3, 1e15 / 3, 3.3e99, 9.9e149, 1e-200,
        .leastNonzeroMagnitude,
    ]

    @Test(
        arguments: AdvantageMethod.all.filter { $0 != .none } + [
            .group(deviation: .sample), .window(length: 5, minimumCount: 2),
        ])
    func `equal rewards have no advantage, of whatever size and number`(method: AdvantageMethod) {
        for reward in Self.rewards {
            for count in [1, 2, 3, 7, 32, 100] {
                let rewards = [Double](repeating: reward, count: count)
                for prompts in [rewards.map { _ in 0 }, rewards.indices.map { $0 % 5 }, Array(rewards.indices)] {
                    var statistics = Advantages<Int>(method)
                    for _ in 1...3 {
                        statistics.record(rewards, for: prompts)
                        let advantages = statistics.advantages(of: rewards, for: prompts)
                        #expect(advantages.allSatisfy { $0 == 0 }, "\(reward), \(count) times: \(advantages[0])")
                    }
                }
            }
        }
    }

    @Test(arguments: [AdvantageMethod.window(), .ema(), .group, .leaveOneOut, .groupMean, .kalman()])
    func `prompts whose rewards are equal have none beside others`(method: AdvantageMethod) {
        var statistics = Advantages<Int>(method)
        let prompts = (0..<60).map { $0 % 3 }
        // Two prompts are certain of their reward, the third is not.
        let rewards = prompts.indices.map { [1e9 / 3, -0.1, [0.5, 2, 7, 9][$0 % 4]][$0 % 3] }
        for _ in 1...2 { statistics.record(rewards, for: prompts) }
        let advantages = statistics.advantages(of: rewards, for: prompts)
        #expect(zip(prompts, advantages).allSatisfy { ($0 == 2) == ($1 != 0) }, "\(advantages[..<21])")
    }

    @Test func `unequal rewards keep their differences beside a large offset`() {
        for offset in [0, 1e6, 1e9, 1e12] {
            for method in [AdvantageMethod.window(length: 32, minimumCount: 2), .ema(minimumCount: 2), .group, .batch] {
                var statistics = Advantages<Int>(method)
                let rewards = (0..<16).map { offset + Double($0 % 2) }
                statistics.record(rewards, for: rewards.map { _ in 0 })
                let advantages = statistics.advantages(of: rewards, for: rewards.map { _ in 0 })
                let expected = rewards.map { $0 == offset ? -1.0 : 1.0 }
                let errors = zip(advantages, expected).map { abs($0 - $1) }
                #expect(errors.max()! < (method.name == "ema" ? 0.2 : 1e-3))
            }
        }
    }
}
