import DeterministicMath
import TestSupport
import Testing

@testable import Advantages

struct LeaveOneOutTests {
    private let batch = GroupFixture()

    @Test func `a reward is measured against the others of its prompt`() {
        var statistics = Advantages<Int>(.leaveOneOut)
        statistics.record(batch.rewards, for: batch.prompts)
        let expected = batch.rewards.indices.map { place in
            let others = batch.others(than: place)
            return others.isEmpty ? 0 : batch.rewards[place] - others.mean()
        }
        #expect(agree(statistics.advantages(of: batch.rewards, for: batch.prompts), expected))
        #expect(expected[3] == 0 && expected[0] == 4.5)
    }
}
