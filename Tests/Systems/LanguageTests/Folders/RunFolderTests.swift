import Advantages
import DeterministicMath
import Foundation
import Language
import Testing
import Trajectories
import Transformers

struct RunFolderTests {
    /// A folder of its own, removed in the end.
    static func withFolder(_ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    /// Every file of a folder, by its path in it.
    static func files(in path: String) throws -> [String: Data] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: path)
        return try Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                var isFolder: ObjCBool = false
                _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
                return isFolder.boolValue ? nil : (name, try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
            })
    }

    static var settings: GRPOSettings {
        var settings = GRPORunTests.settings
        settings.steps = 5
        // What is remembered of questions, and a reference that moves, must be resumed too.
        settings.advantages = .window(length: 8, minimumCount: 2)
        settings.mixing = GRPOSettings.Mixing(interval: 2, share: 0.5)
        return settings
    }

    static let plan = RunPlan(
        questions: WordProblems().heldOutQuestions(4), evaluationInterval: 2, samples: 2, saveInterval: 2)

    /// Trains in a folder, from where it is to the end, unless a report stops it.
    static func train(in path: String, report: (RunReport) throws -> Void = { _ in }) async throws {
        let folder = RunFolder(path)
        try folder.begin(["seed": 5])
        var run = try GRPORunTests.run(settings)
        try folder.resume(&run)
        try await folder.train(&run, plan: plan, report: report)
    }

    struct Kill: Error {}

    @Test func `interrupted and uninterrupted runs leave the same bytes, wherever they are interrupted`() async throws {
        try await Self.withFolder { whole in
            try await Self.train(in: whole)
            let expected = try Self.files(in: whole)
            #expect(expected.keys.filter { $0.hasSuffix("_generations.txt") }.count == 5)
            #expect(expected.keys.filter { $0.hasSuffix(RolloutLog.suffix) }.count == 5)
            #expect(expected.keys.filter { $0.hasPrefix("eval_logs") }.count == 8)
            for last in 0..<5 {
                try await Self.withFolder { path in
                    await #expect(throws: Kill.self) {
                        try await Self.train(in: path) { report in
                            if case .step(let metrics) = report, metrics.step == last { throw Kill() }
                        }
                    }
                    // A line that was cut off, and a checkpoint that is not whole.
                    let folder = RunFolder(path)
                    try Self.append("{\"step\": 9", to: "\(path)/training_logs/train_logs.jsonl")
                    try FileManager.default.createDirectory(
                        atPath: "\(path)/checkpoints/step-000005.part", withIntermediateDirectories: true)
                    #expect(try folder.metrics().count == last + 1)
                    try await Self.train(in: path)
                    let found = try Self.files(in: path)
                    #expect(Set(found.keys) == Set(expected.keys))
                    for (name, bytes) in expected { #expect(found[name] == bytes, "\(name) after step \(last)") }
                }
            }
        }
    }

    private static func append(_ text: String, to path: String) throws {
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    @Test func `what a run wrote can be read again`() async throws {
        try await Self.withFolder { path in
            var steps: [GRPOMetrics] = []
            var evaluations: [EvaluationSummary] = []
            try await Self.train(in: path) { report in
                switch report {
                case .step(let metrics): steps.append(metrics)
                case .evaluation(let summary): evaluations.append(summary)
                }
            }
            let folder = RunFolder(path)
            #expect(try folder.metrics() == steps)
            #expect(try folder.evaluations() == evaluations)
            #expect(evaluations.map(\.step) == [0, 2, 4, 5] && folder.savedSteps() == [2, 4, 5])
            for evaluation in evaluations {
                let answers = try folder.answers(beforeStep: evaluation.step)
                #expect(answers.count == 8 && evaluation.right.count == 4)
                #expect(answers.count(where: \.isRight) == evaluation.right.reduce(0, +))
                #expect(abs(answers.map(\.reward).reduce(0, +) / 8 - evaluation.reward) < 1e-12)
            }
            let texts = try String(contentsOfFile: "\(path)/training_logs/0_generations.txt", encoding: .utf8)
            #expect(texts.contains("question: \(WordProblems().trainingQuestion(0, seed: 5).text)"))
            #expect(texts.contains("numbers ") && texts.contains("advantage "))
            let rollouts = try RolloutHistory(reading: folder.rolloutLog).epochs
            #expect(rollouts.map { $0.map(\.reward).mean() } == steps.map(\.reward))
            #expect(rollouts[0][0].prompt == WordProblems().trainingQuestion(0, seed: 5).text)
            #expect(rollouts[0].allSatisfy { texts.contains($0.completion) && $0.logProbability < 0 })
            let model = try folder.model(atStep: 5)
            #expect(model.coder as? Vocabulary == .wordProblems)
        }
    }
}
