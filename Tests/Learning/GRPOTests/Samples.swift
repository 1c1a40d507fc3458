import DeterministicMath
import GRPO

/// Completions with random log-probabilities, some far from the reference and from the policy that sampled.
struct Sample {
    var policy: [Float]
    var divergences: [Float]
    var batch: CompletionBatch

    init(lengths: [Int] = [3, 1, 5, 2], aggregation: Aggregation = .perSequence, spread: Double = 1, seed: UInt64 = 1) {
        var generator = Xoshiro256StarStar(seed: seed)
        let count = lengths.reduce(0, +)
        func numbers(_ count: Int, around center: Double) -> [Float] {
            (0..<count).map { _ in Float(center + spread * generator.normal()) }
        }
        policy = numbers(count, around: -2)
        divergences = numbers(count, around: 0).map(abs)
        batch = CompletionBatch(
            lengths: lengths, advantages: lengths.map { _ in generator.normal() },
            weights: aggregation.weights(lengths: lengths), sampled: numbers(count, around: -2),
            reference: numbers(count, around: -2))
    }
}

let allSurrogates: [Surrogate] = [.reference, .clipped(below: 0.2, above: 0.28), .ratio, .policyGradient]
let allAggregations: [Aggregation] = [.perSequence, .perToken, .constant(length: 24)]
