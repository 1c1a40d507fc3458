import DeterministicMath
import TestSupport
import Testing

@testable import Advantages

struct WholeBatchTests {
    @Test func `advantages have mean zero and deviation one`() {
        let batch = RecordedBatches().rewards[0]
        let advantages = Advantages<Int>(.batch).advantages(of: batch, for: RecordedBatches().prompts[0])
        #expect(abs(advantages.mean()) < 1e-14)
        #expect(abs(advantages.standardDeviation() - 1) < 1e-7)
        #expect(agree(advantages, batch.map { literalAdvantage($0, among: batch, weights: ones(20), epsilon: 1e-7) }))
    }

    @Test func `equal rewards have no advantage`() {
        #expect(Advantages<String>(.batch).advantages(of: [-4, -4], for: ["a", "b"]) == [0, 0])
        #expect(Advantages<String>(.batch).advantages(of: [], for: []) == [])
        #expect(Advantages<String>(.batch).moments(of: "a") == nil)
    }
}
