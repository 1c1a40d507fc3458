import Autodiff
import ChatModels
import Foundation
import Language
import TestSupport
import Testing
import Transformers

/// Training the highest layers alone.
struct TrainedLayersTests {
    private static let group = TokenGroup(
        prompt: [5, 9, 31, 7], completions: [[8, 12, 299], [40], [3, 3, 17, 8, 299]])

    @Test(arguments: LineTests.names)
    func `gradients above a trunk are those of the whole model, bit by bit, and below there is none`(
        name: String
    ) async throws {
        let model = try LanguageModel(checkpoint: LineTests.path(name))
        let (decoder, parameters, batch) = (model.decoder, model.parameters, TokenBatch([Self.group]))
        let trunk = decoder.trunk(of: batch, layers: 1, with: parameters)
        func gradient(above trunk: Trunk?) async -> (loss: Float, gradient: Gradient) {
            await parameters.gradient(shards: 1) { tape, _ in
                tape.sum(decoder.scores(batch, on: tape, above: trunk).logProbabilities)
            }
        }
        let (whole, top) = (await gradient(above: nil), await gradient(above: trunk))
        #expect(top.loss == whole.loss)
        for parameter in parameters.all {
            let isTrained =
                !parameter.name.hasPrefix("model.layers.0.") && parameter.name != "model.embed_tokens.weight"
            let expected = whole.gradient[parameter].values
            #expect(
                top.gradient[parameter].values == (isTrained ? expected : expected.map { _ in 0 }), "\(parameter.name)")
            #expect(expected.contains { $0 != 0 })
        }
    }

    @Test func `grpo and fine-tuning leave frozen layers as they are`() async throws {
        let base = try LanguageModel(checkpoint: LineTests.path("tiny-qwen2-tied"))
        let file = Repository.file("Tests/Systems/LanguageTests/Fixtures/gsm8k.jsonl").path
        let data = try ChatQuestions(reading: file, for: base.coder, promptLimit: 800)
        var settings = GRPOSettings()
        (settings.steps, settings.questions, settings.groupSize, settings.limit) = (2, 2, 3, 6)
        (settings.promptLimit, settings.rate, settings.warmup, settings.trainedLayers) = (800, 1e-2, 0, 1)
        var run = try GRPORun(of: base, on: data, by: ChatRunTests.Length(), settings: settings, seed: 5)
        for _ in 0..<2 { try await run.next() }
        var tuned = base
        let tuning = FineTuningSettings(steps: 2, batchSize: 2).with(
            steps: nil, batchSize: nil, rate: 1e-2, trainedLayers: 1)
        try await tuned.learn(from: data.trainingQuestions(from: 0, count: 2, seed: 0), settings: tuning, seed: 1)
        for trained in [run.model, tuned] {
            for parameter in base.parameters.all {
                let isTrained = parameter.name.hasPrefix("model.layers.1.") || parameter.name == "model.norm.weight"
                #expect((trained.parameters[parameter] != base.parameters[parameter]) == isTrained, "\(parameter.name)")
            }
        }
        settings.weightDecay = 0.1
        #expect(throws: LanguageError.self) { try settings.validate() }
    }
}
