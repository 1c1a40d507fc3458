import ChatModels
import Foundation
import Language
import TestSupport
import Testing
import Transformers

/// GRPO and fine-tuning of a checkpoint, on GSM8K's questions.
struct ChatRunTests {
    private static var file: String { Repository.file("Tests/Systems/LanguageTests/Fixtures/gsm8k.jsonl").path }

    private static func model() throws -> LanguageModel {
        try LanguageModel(checkpoint: LineTests.path("tiny-qwen2-tied"), system: ChatQuestions.system)
    }

    private static var settings: GRPOSettings {
        var settings = GRPOSettings()
        (settings.steps, settings.questions, settings.groupSize, settings.limit) = (10, 2, 3, 6)
        (settings.promptLimit, settings.rate, settings.warmup) = (800, 1e-3, 2)
        return settings
    }

    /// A reward that random numbers can earn: it depends on the text, and differs within groups.
    struct Length: Evaluator {
        let rewardNames = ["length"]
        func rewards(of answers: [Answer]) -> [Rewards] {
            answers.map { Rewards(names: rewardNames, values: [Double($0.text.utf8.count % 7)], isRight: false) }
        }
    }

    /// The files that a run leaves: killed after some steps and resumed, or not.
    private static func files(threads: Int, killedAfter step: Int? = nil) async throws -> [String: Data] {
        struct Kill: Error {}
        var isKilled = false
        var files: [String: Data] = [:]
        try await ChatCoderTests.withFolder { path in
            let (folder, base) = (RunFolder(path), try model())
            let data = try ChatQuestions(reading: file, for: base.coder, promptLimit: 800)
            let plan = RunPlan(questions: data.heldOutQuestions(1), evaluationInterval: nil, saveInterval: 2)
            func train() async throws {
                try folder.begin(["seed": 1])
                var run = try GRPORun(of: base, on: data, by: Length(), settings: settings, seed: 5, threads: threads)
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
            #expect(FileManager.default.fileExists(atPath: "\(path)/checkpoints/step-000010/tokenizer.json"))
        }
        return files
    }

    @Test func `one thread, two, and a run that was killed leave the same bytes after ten steps`() async throws {
        let one = try await Self.files(threads: 1)
        #expect(one.keys.contains("checkpoints/step-000010/model.safetensors"))
        #expect(try await Self.files(threads: 2) == one)
        #expect(try await Self.files(threads: 2, killedAfter: 4) == one)
    }

    @Test func `fine-tuning makes gold solutions more probable`() async throws {
        var model = try Self.model()
        let data = try ChatQuestions(reading: Self.file, for: model.coder, promptLimit: 800)
        var losses: [Double] = []
        let settings = FineTuningSettings(steps: 6, batchSize: 2, rate: 1e-2)
        try await model.learn(
            from: data.trainingQuestions(from: 0, count: 2, seed: 0), settings: settings, seed: 1
        ) { losses.append($0.loss) }
        #expect(losses[5] < losses[0] - 0.5, "\(losses)")
    }

    @Test func `questions that are too long are left out, and none at all is an error`() throws {
        let coder = try Self.model().coder
        let all = try ChatQuestions(reading: Self.file, for: coder, promptLimit: 10_000)
        #expect(all.leftOut == 0)
        let longest = try all.heldOutQuestions(1).map { try coder.prompt(of: $0).count }[0]
        #expect(longest > 20)
        #expect(throws: ChatModelError.tooLong(promptLimit: 20)) {
            try ChatQuestions(reading: Self.file, for: coder, promptLimit: 20)
        }
    }
}
