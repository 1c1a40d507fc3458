import Foundation
import GRPO
import Testing

/// Losses of a tiny model, computed in double precision with another library.
struct FixtureTests {
    struct Fixture: Decodable {
        let rewards: [Double]
        let advantages: [Double]
        let beta: Double
        let ref_logprobs: [[Float]]
        let policy_logprobs: [[Float]]
        let mean_kl_k3: Double
        let stopped: Expected
        let reference: Expected
        let tokenMean: Expected

        enum CodingKeys: String, CodingKey {
            case rewards, advantages, beta, ref_logprobs, policy_logprobs, mean_kl_k3
            case stopped = "pg (exp(lp-stopgrad lp)), sequence mean"
            case reference = "ref (seed: exp(lp-ref))"
            case tokenMean = "pg, token mean (DAPO)"
        }

        struct Expected: Decodable { let loss: Double }
    }

    @Test func `the losses are those of an independent program`() throws {
        let url = try #require(Bundle.module.url(forResource: "grpo", withExtension: "json", subdirectory: "Fixtures"))
        let fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        let lengths = fixture.policy_logprobs.map(\.count)
        let policy = fixture.policy_logprobs.flatMap(\.self)
        func loss(_ surrogate: Surrogate, _ aggregation: Aggregation) -> Objective.Loss {
            let batch = CompletionBatch(
                lengths: lengths, advantages: fixture.advantages, weights: aggregation.weights(lengths: lengths),
                reference: fixture.ref_logprobs.flatMap(\.self))
            return Objective(surrogate: surrogate, aggregation: aggregation, beta: fixture.beta).loss(policy, of: batch)
        }
        // Log-probabilities of about -15 are floats here: each is right to 5e-7.
        #expect(abs(loss(.policyGradient, .perSequence).value - fixture.stopped.loss) < 1e-6)
        #expect(abs(loss(.reference, .perSequence).value - fixture.reference.loss) < 1e-6)
        #expect(abs(loss(.policyGradient, .perToken).value - fixture.tokenMean.loss) < 1e-6)
        #expect(abs(loss(.policyGradient, .perSequence).penalty - fixture.beta * fixture.mean_kl_k3) < 1e-7)
    }
}
