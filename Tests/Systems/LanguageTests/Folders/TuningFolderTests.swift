import Foundation
import Language
import Testing

struct TuningFolderTests {
    private struct Kill: Error {}

    private static let settings = FineTuningSettings(steps: 7, batchSize: 3, rate: 1e-2, warmup: 2)
    private static let arguments = TuningArguments(settings: settings, seed: 3, examples: 5)
    private static let gold = WordProblems().lessons(from: 0, count: 5, seed: 2)

    /// Trains in a folder, from where it is to the end, unless it is killed after a step.
    private static func train(
        in path: String, _ arguments: TuningArguments = arguments, threads: Int = 2, resuming: Bool = true,
        killedAfter last: Int? = nil
    ) async throws {
        var order = LessonOrder(count: gold.count, seed: arguments.seed)
        try await TuningFolder(path).train(
            LanguageModel(.wordProblems, features: 16, seed: 1), arguments,
            on: { _ in order.next(arguments.settings.batchSize).map { gold[$0] } }, resuming: resuming,
            saveInterval: 2, threads: threads
        ) { if $0.step == last { throw Kill() } }
    }

    @Test func `a training that is killed again and again leaves the bytes of one that was not`() async throws {
        try await RunFolderTests.withFolder { path in
            let (whole, killed) = ("\(path)/whole", "\(path)/killed")
            try await Self.train(in: whole, threads: 1, resuming: false)
            let expected = try RunFolderTests.files(in: whole)
            #expect(Set(expected.keys) == ["model.json", "model.safetensors"])
            for step in [0, 3, 6] {
                await #expect(throws: Kill.self) { try await Self.train(in: killed, killedAfter: step) }
                #expect(step < 2 || FileManager.default.fileExists(atPath: "\(killed)/training/step-\(step / 2 * 2)"))
            }
            // A process that dies in the midst of a checkpoint leaves a part of one.
            try FileManager.default.createDirectory(
                atPath: "\(killed)/training/part", withIntermediateDirectories: true)
            try Data("torn".utf8).write(to: URL(filePath: "\(killed)/training/part/model.json"))
            try await Self.train(in: killed)
            #expect(try RunFolderTests.files(in: killed) == expected)
        }
    }

    @Test func `a training that is not to be resumed, or was asked for something else, is left alone`() async throws {
        try await RunFolderTests.withFolder { path in
            await #expect(throws: Kill.self) { try await Self.train(in: path, killedAfter: 4) }
            await #expect(throws: LanguageError.runExists(path: path)) {
                try await Self.train(in: path, resuming: false)
            }
            let other = TuningArguments(settings: Self.settings, seed: 4, examples: 5)
            await #expect(throws: LanguageError.otherArguments(path: "\(path)/training/step-4/state.json")) {
                try await Self.train(in: path, other)
            }
        }
    }
}
