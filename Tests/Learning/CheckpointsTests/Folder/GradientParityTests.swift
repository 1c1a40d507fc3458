import Autodiff
import Foundation
import Testing
import Transformers

@testable import Checkpoints

/// The gradient of the tied tiny checkpoint against a reference in double precision.
@Suite struct GradientParityTests {
    private struct Recorded: Decodable {
        struct Objective: Decodable {
            var loss: Double
            var grad_norm: Double
            var grad_norms: [String: Double]
        }

        struct Batch: Decodable {
            var prompt_ids: [[Int]]
            var completion_ids: [[Int]]
            var sft: Objective

            enum CodingKeys: String, CodingKey {
                case prompt_ids, completion_ids
                case sft = "sft, token mean NLL"
            }
        }

        var grpo: Batch
    }

    @Test func `the mean loss of a batch's tokens has the reference's gradient, tensor by tensor`() throws {
        let data = try Data(contentsOf: TinyCheckpoint.folder("tiny-logits.json"))
        let recorded = try JSONDecoder().decode(Recorded.self, from: data).grpo
        let checkpoint = try Checkpoint(folder: TinyCheckpoint.folder("tiny-qwen2-tied"))
        let each = recorded.completion_ids.count / recorded.prompt_ids.count
        let batch = TokenBatch(
            recorded.prompt_ids.enumerated().map { group, prompt in
                TokenGroup(
                    prompt: prompt, completions: Array(recorded.completion_ids[group * each..<(group + 1) * each]))
            })
        let tape = Tape(checkpoint.parameters)
        let loss = -tape.mean(checkpoint.decoder.scores(batch, on: tape).logProbabilities)
        #expect(abs(Double(loss.value) - recorded.sft.loss) < 1e-5)
        let gradient = tape.gradient(of: loss)
        #expect(abs(Double(gradient.norm) / recorded.sft.grad_norm - 1) < 1e-5)
        #expect(recorded.sft.grad_norms.count == checkpoint.parameters.all.count)
        for parameter in checkpoint.parameters.all {
            let norm = gradient[parameter].values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
            let expected = try #require(recorded.sft.grad_norms[parameter.name])
            // The keys' biases have a gradient of zero but for rounding.
            #expect(abs(norm - expected) < 1e-4 * (expected + 0.01), "\(parameter.name)")
        }
    }
}
