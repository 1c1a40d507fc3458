import Autodiff
import Checkpoints
import Foundation
import GRPO
import TestSupport
import Testing
import Transformers

/// Losses and gradients of a tiny checkpoint, computed in double precision by an independent program.
struct GradientFixtureTests {
    private struct Fixture: Decodable {
        let prompt_ids: [[Int]]
        let completion_ids: [[Int]]
        let advantages: [Double]
        let beta: Double
        let ref_logprobs: [[Float]]
        let policy_logprobs: [[Float]]
        let stopped: Expected
        let reference: Expected
        let tokenMean: Expected
        let fineTuning: Expected

        enum CodingKeys: String, CodingKey {
            case prompt_ids, completion_ids, advantages, beta, ref_logprobs, policy_logprobs
            case stopped = "pg (exp(lp-stopgrad lp)), sequence mean"
            case reference = "ref (seed: exp(lp-ref))"
            case tokenMean = "pg, token mean (DAPO)"
            case fineTuning = "sft, token mean NLL"
        }
    }

    private struct Expected: Decodable {
        let loss: Double
        let grad_norm: Double
        let grad_norms: [String: Double]
    }

    private let fixture: Fixture
    private let checkpoint: Checkpoint
    private let tokens: TokenBatch

    init() throws {
        let url = try #require(Bundle.module.url(forResource: "grpo", withExtension: "json", subdirectory: "Fixtures"))
        let fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        let each = fixture.completion_ids.count / fixture.prompt_ids.count
        tokens = TokenBatch(
            fixture.prompt_ids.enumerated().map { group, prompt in
                TokenGroup(
                    prompt: prompt, completions: Array(fixture.completion_ids[group * each..<(group + 1) * each]))
            })
        checkpoint = try Checkpoint(
            folder: Repository.file("Tests/Learning/CheckpointsTests/Fixtures/language/tiny-qwen2-tied"))
        self.fixture = fixture
    }

    @Test func `log-probabilities are those of an independent program`() {
        let scores = checkpoint.decoder.scores(tokens, on: Tape(checkpoint.parameters))
        for (value, expected) in zip(scores.logProbabilities.values, fixture.policy_logprobs.joined()) {
            #expect(abs(value - expected) < 3e-5)
        }
    }

    @Test func `three objectives have the losses and gradients of an independent program, tensor by tensor`() throws {
        let cases: [(Surrogate, Aggregation, Expected)] = [
            (.policyGradient, .perSequence, fixture.stopped), (.reference, .perSequence, fixture.reference),
            (.policyGradient, .perToken, fixture.tokenMean),
        ]
        let lengths = tokens.completionRanges.map(\.count)
        for (surrogate, aggregation, expected) in cases {
            let batch = CompletionBatch(
                lengths: lengths, advantages: fixture.advantages, weights: aggregation.weights(lengths: lengths),
                reference: fixture.ref_logprobs.flatMap(\.self))
            let objective = Objective(surrogate: surrogate, aggregation: aggregation, beta: fixture.beta)
            try expect(expected) { tape, scores in
                tape.objective(scores.logProbabilities) { values in
                    let loss = objective.loss(values, of: batch)
                    return (Float(loss.value), loss.gradient)
                }
            }
        }
    }

    @Test func `the likelihood has the loss and gradient of an independent program, tensor by tensor`() throws {
        let count = Float(tokens.scoredTokens.count)
        try expect(fixture.fineTuning) { tape, scores in tape.sum(scores.logProbabilities) * (-1 / count) }
    }

    private func expect(_ expected: Expected, of objective: (Tape, Scores) -> Variable) throws {
        let tape = Tape(checkpoint.parameters)
        let loss = objective(tape, checkpoint.decoder.scores(tokens, on: tape))
        #expect(abs(Double(loss.value) - expected.loss) < 3e-5)
        let gradient = tape.gradient(of: loss)
        #expect(abs(Double(gradient.norm) / expected.grad_norm - 1) < 1e-4)
        for parameter in checkpoint.parameters.all {
            let norm = gradient[parameter].values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
            let right = try #require(expected.grad_norms[parameter.name])
            #expect(abs(norm - right) < 2e-4 * (right + 0.01), "\(parameter.name): \(norm), not \(right)")
        }
    }
}
