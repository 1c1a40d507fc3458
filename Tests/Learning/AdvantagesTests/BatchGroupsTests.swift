import DeterministicMath
import Testing

@testable import Advantages

struct BatchGroupsTests {
    private let batch = GroupFixture()

    @Test func `a group has the moments of its prompt's rewards`() {
        let groups = BatchGroups(batch.rewards, by: batch.prompts)
        #expect(groups.moments(of: 0) == Moments(of: batch.group(of: 0)))
        #expect(groups.moments(of: 1) == Moments(count: 2, mean: -15, variance: 25))
        #expect(groups.moments(of: 3) == Moments(count: 1, mean: -7, variance: 0))
    }

    @Test func `a prompt that is not in the batch has no group`() {
        let groups = BatchGroups(batch.rewards, by: batch.prompts)
        #expect(groups.moments(of: 2) == nil)
        #expect(groups.moments(of: 99) == nil)
        #expect(BatchGroups([], by: []).moments(of: 0) == nil)
    }
}
