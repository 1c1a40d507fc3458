import DeterministicMath
import Testing

@testable import OneNumber

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
