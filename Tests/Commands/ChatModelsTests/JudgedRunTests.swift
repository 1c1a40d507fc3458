import ChatModels
import Foundation
import Judges
import Language
import TestSupport
import Testing

/// Rewards of a judge that is another program.
struct JudgedRunTests {
    private static let answers = ["12", "", "ü\n3"].map { Answer(to: Question(text: "6 + 6?", answer: "12"), $0) }

    private static func evaluator(_ command: String, beside rules: GSM8KEvaluator?) throws -> JudgedEvaluator {
        JudgedEvaluator(
            try CommandJudge(command, patience: Patience(seconds: 30, retries: 0)),
            scale: try JudgeScale(minimum: -1, maximum: 5), beside: rules)
    }

    @Test func `a judge's scores stand beside the rules' rewards`() async throws {
        let evaluator = try Self.evaluator("sed 's/.*/4/'", beside: GSM8KEvaluator())
        let rewards = try await evaluator.rewards(of: Self.answers)
        let ruled = GSM8KEvaluator().rewards(of: Self.answers)
        #expect(rewards.map(\.names) == ruled.map { $0.names + ["judge"] })
        #expect(rewards.map(\.values) == ruled.map { $0.values + [4] })
        #expect(rewards.map(\.isRight) == [true, false, false])
        #expect(evaluator.rewardNames.last == "judge" && rewards[0]["judge"] == 4)
    }

    @Test func `words that can not be read earn the least score, and are counted`() async throws {
        let evaluator = try Self.evaluator(#"awk '{print NR == 2 ? "good" : NR}'"#, beside: nil)
        let rewards = try await evaluator.rewards(of: Self.answers)
        #expect(rewards.map(\.values) == [[1], [-1], [3]] && rewards.map(\.isReadable) == [true, false, true])
        #expect(rewards.allSatisfy { !$0.isRight })
        #expect(evaluator.counts.answers == 3 && evaluator.counts.unreadable == 1)
        #expect(
            evaluator.counts.line
                == "The judge scored 3 answers, 1 of them unreadable, and was asked again 0 times.")
    }

    /// The files of a run in a folder, whose judge dies at its third batch if it is told to.
    private static func files(dyingIn folder: TemporaryFolder?) async throws -> [String: Data] {
        let base = try LanguageModel(checkpoint: LineTests.path("tiny-qwen2-tied"), system: ChatQuestions.system)
        let file = Repository.file("Tests/Systems/LanguageTests/Fixtures/gsm8k.jsonl").path
        let data = try ChatQuestions(reading: file, for: base.coder, promptLimit: 800)
        var settings = GRPOSettings()
        (settings.steps, settings.questions, settings.groupSize, settings.limit) = (4, 2, 3, 6)
        (settings.promptLimit, settings.rate, settings.warmup) = (800, 1e-3, 2)
        let length = #"awk '{print length($0) % 5}'"#
        let arguments = RunArguments(
            settings: settings, evaluator: .original, seed: 5, model: "tiny", judge: "by length")
        let plan = RunPlan(questions: data.heldOutQuestions(1), evaluationInterval: nil, saveInterval: 100)
        var files: [String: Data] = [:]
        try await ChatCoderTests.withFolder { path in
            func train(_ command: String, resuming: Bool) async throws {
                let evaluator = try evaluator(command, beside: nil)
                var run = try await RunFolder(path).run(
                    arguments, of: base, on: data, by: evaluator, resuming: resuming)
                try await RunFolder(path).train(&run, plan: plan) { _ in }
            }
            if let folder {
                let dying = "echo x >> \(folder.path)/n; test $(wc -l < \(folder.path)/n) -lt 3 || exit 7; \(length)"
                await #expect(throws: JudgeError.status(command: dying, code: 7, lastLine: "")) {
                    try await train(dying, resuming: false)
                }
                #expect(RunFolder(path).savedSteps() == [2])
            }
            try await train(length, resuming: folder != nil)
            for name in try FileManager.default.subpathsOfDirectory(atPath: path) where !name.contains("step-000002") {
                files[name] = try? Data(contentsOf: URL(filePath: "\(path)/\(name)"))
            }
        }
        return files
    }

    @Test func `a judge that dies stops the run with its state saved, and nothing is lost`() async throws {
        let undisturbed = try await Self.files(dyingIn: nil)
        #expect(undisturbed.keys.contains("checkpoints/step-000004/model.safetensors"))
        #expect(try await Self.files(dyingIn: TemporaryFolder()) == undisturbed)
    }
}
