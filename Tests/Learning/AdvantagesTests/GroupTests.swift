import DeterministicMath
import TestSupport
import Testing

@testable import Advantages

struct GroupTests {
    private let batch = GroupFixture()

    @Test func `advantages agree with the literal formula`() {
        var groups = Advantages<Int>(.group, epsilon: 1e-3)
        groups.record(batch.rewards, for: batch.prompts)
        let expected = zip(batch.rewards, batch.prompts).map { reward, prompt in
            let group = batch.group(of: prompt)
            return literalAdvantage(reward, among: group, weights: ones(group.count), epsilon: 1e-3)
        }
        #expect(agree(groups.advantages(of: batch.rewards, for: batch.prompts), expected))
    }

    @Test func `a prompt that is in the batch once has no advantage`() {
        var groups = Advantages<Int>(.group)
        groups.record(batch.rewards, for: batch.prompts)
        #expect(groups.advantages(of: [-7], for: [3]) == [0])
    }

    @Test func `a batch makes the one before forgotten`() {
        var groups = Advantages<Int>(.group)
        groups.record([100, 200], for: [0, 1])
        groups.record([5, 7], for: [0, 0])
        #expect(groups.moments(of: 0) == Moments(count: 2, mean: 6, variance: 1))
        #expect(groups.moments(of: 1) == nil)
    }
}
