import DeterministicMath
import TestSupport
import Testing

@testable import Advantages

struct GroupMeanTests {
    private let batch = GroupFixture()

    @Test func `all prompts have one scale`() {
        var statistics = Advantages<Int>(.groupMean, epsilon: 1e-3)
        statistics.record(batch.rewards, for: batch.prompts)
        // The centred rewards have mean 0 and squares 9, 25, 1, 0, 25, 16.
        let scale = (76.0 / 6).squareRoot() + 1e-3
        #expect(agree(statistics.advantages(of: batch.rewards, for: batch.prompts), batch.centered.map { $0 / scale }))
        #expect(statistics.advantages(of: [], for: []) == [])
    }
}
