import Autodiff
import ChatModels
import Checkpoints
import Foundation
import Language
import TestSupport
import Testing
import Transformers

/// GRPO and fine-tuning of adapters, on a checkpoint that stays as it is.
struct AdapterRunTests {
    private static var file: String { Repository.file("Tests/Systems/LanguageTests/Fixtures/gsm8k.jsonl").path }
    private static let base = LineTests.path("tiny-qwen2-tied")

    private static func adapted(rank: Int = 4) throws -> LanguageModel {
        try LanguageModel(checkpoint: base, system: ChatQuestions.system).adapted(
            by: LowRank(rank: rank, targets: ["q_proj", "v_proj", "down_proj"]), seed: 5)
    }

    private static var settings: GRPOSettings {
        var settings = GRPOSettings()
        (settings.steps, settings.questions, settings.groupSize, settings.limit) = (6, 2, 3, 6)
        (settings.promptLimit, settings.rate, settings.warmup) = (800, 1e-2, 2)
        return settings
    }

    /// The files that a run leaves: killed after some steps and resumed, or not.
    private static func files(threads: Int, killedAfter step: Int? = nil) async throws -> [String: Data] {
        struct Kill: Error {}
        var isKilled = false
        var files: [String: Data] = [:]
        try await ChatCoderTests.withFolder { path in
            let (folder, model) = (RunFolder(path), try adapted())
            let data = try ChatQuestions(reading: file, for: model.coder, promptLimit: 800)
            let plan = RunPlan(questions: data.heldOutQuestions(1), evaluationInterval: nil, saveInterval: 2)
            func train() async throws {
                try folder.begin(["seed": 1])
                var run = try GRPORun(
                    of: model, on: data, by: ChatRunTests.Length(), settings: settings, seed: 5, threads: threads)
                try folder.resume(&run)
                try await folder.train(&run, plan: plan) { report in
                    if case .step(let metrics) = report, metrics.step == step, !isKilled {
                        isKilled = true
                        throw Kill()
                    }
                }
            }
            if step != nil { await #expect(throws: Kill.self) { try await train() } }
            try await train()
            for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
                files[name] = try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))
            }
            let again = try LanguageModel(at: path)
            #expect(again.decoder.adapters?.rank == 4)
            #expect(again.parameters.all.contains { again.parameters[$0] != model.parameters[$0] })
        }
        return files
    }

    @Test func `one thread, two, and a run that was killed leave the same adapters, and no other numbers`() async throws
    {
        let one = try await Self.files(threads: 1)
        #expect(one.keys.contains("checkpoints/step-000006/adapter_model.safetensors"))
        #expect(
            !one.keys.contains {
                $0.hasSuffix("/model.safetensors") || $0.hasSuffix("config.json") && !$0.contains("adapter")
            })
        let sizes = one.filter { $0.key.hasSuffix(".safetensors") }.values.map(\.count)
        #expect(sizes.max()! < 20_000, "\(sizes)")
        #expect(try await Self.files(threads: 2) == one)
        #expect(try await Self.files(threads: 2, killedAfter: 3) == one)
    }

    @Test func `fine-tuned adapters are read again for their base, and merged they answer the same`() async throws {
        var model = try Self.adapted()
        let data = try ChatQuestions(reading: Self.file, for: model.coder, promptLimit: 800)
        var losses: [Double] = []
        try await model.learn(
            from: data.trainingQuestions(from: 0, count: 2, seed: 0),
            settings: FineTuningSettings(steps: 8, batchSize: 2, rate: 3e-2), seed: 1
        ) { losses.append($0.loss) }
        #expect(losses[7] < losses[0] - 0.3, "\(losses)")
        try await ChatCoderTests.withFolder { path in
            try ModelFolder("\(path)/adapters").write(model)
            let again = try LanguageModel(at: Self.base, adapter: "\(path)/adapters")
            try ModelFolder("\(path)/merged").write(again.merged())
            let merged = try LanguageModel(at: "\(path)/merged")
            #expect(merged.decoder.adapters == nil && merged.parameters.base == nil)
            let batch = TokenBatch([TokenGroup(prompt: [5, 9, 31, 7], completions: [[8, 12, 299]])])
            func scores(_ model: LanguageModel) -> [Float] {
                model.decoder.logProbabilities(batch, with: model.parameters)
            }
            #expect(scores(again) == scores(model))
            #expect(zip(scores(merged), scores(model)).allSatisfy { abs($0 - $1) < 1e-5 })
            let base = try LanguageModel(at: Self.base)
            #expect(zip(scores(base), scores(model)).contains { abs($0 - $1) > 1e-2 })
        }
    }

    @Test func `adapters of another base, a base without them and layers beside them are errors`() async throws {
        let model = try Self.adapted()
        try await ChatCoderTests.withFolder { path in
            try ModelFolder("\(path)/adapters").write(model)
            #expect(throws: CheckpointError.self) {
                try LanguageModel(at: LineTests.path("tiny-qwen2-untied-sharded"), adapter: "\(path)/adapters")
            }
            #expect(throws: CheckpointError.self) { try LanguageModel(at: Self.base, adapter: "\(path)/nothing") }
            #expect(throws: ChatModelError.noCheckpoint(path: "\(path)/nothing")) {
                try LanguageModel(at: "\(path)/nothing", adapter: "\(path)/adapters")
            }
        }
        var settings = Self.settings
        settings.trainedLayers = 1
        let data = try ChatQuestions(reading: Self.file, for: model.coder, promptLimit: 800)
        #expect(throws: LanguageError.self) {
            try GRPORun(of: model, on: data, by: ChatRunTests.Length(), settings: settings, seed: 1)
        }
    }
}
