import GRPO
import Testing

struct AggregationTests {
    @Test func `weights by hand`() {
        let lengths = [2, 6]
        #expect(Aggregation.perSequence.weights(lengths: lengths) == [0.25, 1.0 / 12])
        #expect(Aggregation.perToken.weights(lengths: lengths) == [0.125, 0.125])
        #expect(Aggregation.constant(length: 24).weights(lengths: lengths) == [1.0 / 48, 1.0 / 48])
    }

    @Test(arguments: allAggregations)
    func `completions that are left out leave numerator and denominator`(aggregation: Aggregation) {
        let all = aggregation.weights(lengths: [2, 9, 6], included: [true, false, true])
        let without = aggregation.weights(lengths: [2, 6])
        #expect(all == [without[0], 0, without[1]])
        #expect(aggregation.weights(lengths: [2, 6], included: [false, false]) == [0, 0])
    }

    @Test func `a batch that is left out has no loss and no gradient`() {
        let sample = Sample()
        let batch = CompletionBatch(
            lengths: sample.batch.lengths, advantages: sample.batch.advantages,
            weights: Aggregation.perToken.weights(
                lengths: sample.batch.lengths, included: [false, false, false, false]),
            reference: sample.batch.reference)
        let loss = Objective().loss(sample.policy, of: batch)
        #expect(loss.value == 0 && loss.gradient.allSatisfy { $0 == 0 })
    }
}
