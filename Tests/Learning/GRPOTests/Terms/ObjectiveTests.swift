import DeterministicMath
import GRPO
import Testing

struct ObjectiveTests {
    @Test(arguments: allSurrogates, KLPenalty.allCases)
    func `every objective matches finite differences`(surrogate: Surrogate, penalty: KLPenalty) {
        for aggregation in allAggregations {
            let sample = Sample(aggregation: aggregation)
            let objective = Objective(surrogate: surrogate, aggregation: aggregation, penalty: penalty, beta: 0.3)
            let loss = objective.loss(sample.policy, divergences: sample.divergences, of: sample.batch)
            // The stopped gradient has no finite difference: its ratio is that to a policy that happens to be the same.
            let same = CompletionBatch(
                lengths: sample.batch.lengths, advantages: sample.batch.advantages, weights: sample.batch.weights,
                sampled: sample.policy, reference: sample.batch.reference)
            var moving = objective
            if surrogate == .policyGradient { moving.surrogate = .ratio }
            let batch = surrogate == .policyGradient ? same : sample.batch
            for token in sample.policy.indices {
                func value(_ step: Float) -> Double {
                    var policy = sample.policy
                    policy[token] += step
                    return moving.loss(policy, divergences: sample.divergences, of: batch).value
                }
                let step: Float = 0x1p-10
                let difference = (value(step) - value(-step)) / Double(2 * step)
                #expect(abs(Double(loss.gradient[token]) - difference) < 2e-6 + 1e-5 * abs(difference))
            }
        }
    }

    @Test func `the exact penalty's gradient goes to the divergences`() {
        let sample = Sample()
        let objective = Objective(penalty: .exact, beta: 0.3)
        let loss = objective.loss(sample.policy, divergences: sample.divergences, of: sample.batch)
        let weights = zip(sample.batch.lengths, sample.batch.weights).flatMap { [Double](repeating: $1, count: $0) }
        let penalty = zip(weights, sample.divergences).map { 0.3 * $0 * Double($1) }.sum()
        #expect(abs(loss.penalty - penalty) < 1e-12)
        #expect(loss.divergenceGradient == weights.map { Float(0.3 * $0) })
        #expect(Objective().loss(sample.policy, of: sample.batch).divergenceGradient.isEmpty)
    }

    @Test func `at the reference the loss is zero, and its gradient is not`() {
        let sample = Sample()
        let advantages = [1.0, -1, 0.5, -0.5]
        let batch = CompletionBatch(
            lengths: sample.batch.lengths, advantages: advantages, weights: sample.batch.weights,
            reference: sample.policy)
        let loss = Objective().loss(sample.policy, of: batch)
        #expect(abs(loss.value) < 1e-12 && loss.penalty == 0)
        #expect(loss.gradient.allSatisfy { abs($0) > 0.01 })
        // A little later the loss is β · KL, and still says nothing of the rewards.
        let later = Objective().loss(sample.policy.map { $0 - 0.1 }, of: batch)
        #expect(abs(later.value - later.penalty) < 1e-12 && later.penalty > 0)
    }

    @Test func `a dead group's gradient is that of the penalty alone`() {
        let sample = Sample()
        func gradient(advantage: Double, beta: Double) -> [Float] {
            let batch = CompletionBatch(
                lengths: sample.batch.lengths, advantages: [advantage, advantage, advantage, advantage],
                weights: sample.batch.weights, reference: sample.batch.reference)
            return Objective(beta: beta).loss(sample.policy, of: batch).gradient
        }
        #expect(gradient(advantage: 0, beta: 0).allSatisfy { $0 == 0 })
        let pull = gradient(advantage: 0, beta: 0.04)
        #expect(pull.contains { $0 > 0 } && pull.contains { $0 < 0 })
    }

    @Test(arguments: allAggregations) func `a batch in parts has the gradient of the whole`(aggregation: Aggregation) {
        let sample = Sample(aggregation: aggregation)
        let objective = Objective(surrogate: .clipped(below: 0.2, above: 0.2), aggregation: aggregation)
        let whole = objective.loss(sample.policy, of: sample.batch)
        let parts = [0..<1, 1..<2, 2..<4].map { range in
            let start = sample.batch.lengths[..<range.lowerBound].reduce(0, +)
            let end = sample.batch.lengths[..<range.upperBound].reduce(0, +)
            return objective.loss(Array(sample.policy[start..<end]), of: sample.batch[range])
        }
        #expect(parts.flatMap(\.gradient) == whole.gradient)
        #expect(abs(parts.map(\.value).reduce(0, +) - whole.value) < 1e-12)
        #expect(parts.map(\.clippedTokens).reduce(0, +) == whole.clippedTokens)
    }
}
