import DeterministicMath
import Foundation
import Language
import TestSupport
import Testing

/// `train grpo` as a process that is killed, by a signal that it can not catch, wherever it just is.
struct KilledRunTests {
    /// A run of half a second, of a model that knows nothing: now and then it says a number, which the original pays for.
    private static func arguments(into folder: String, threads: Int, saveSteps: Int = 3, steps: Int = 12) -> [String] {
        [
            "grpo", "--model", "model", "--output-dir", folder, "--threads", "\(threads)", "--num-train-iters",
            "\(steps)",
            "--num-questions", "2", "--num-chains", "4", "--max-completion-length", "10", "--learning-rate", "0.01",
            "--advantage", "window", "--evaluator", "original", "--eval-iterations", "4", "--eval-questions", "3",
            "--update-ref-model", "--update-ref-model-freq", "5", "--save-steps", "\(saveSteps)",
        ]
    }

    @Test(arguments: [1, 2])
    func `killed at random steps and resumed, it leaves the bytes of a run on one thread that was not killed`(
        seed: UInt64
    ) throws {
        let folder = try TemporaryFolder()
        try ModelFolder("\(folder.path)/model").write(LanguageModel(.wordProblems, features: 16, layers: 1, seed: 3))
        let whole = try TrainProcess(Self.arguments(into: "whole", threads: 1), in: folder)
        #expect(whole.status == 0, "\(whole.errors)")
        let steps = try RunFolder("\(folder.path)/whole").metrics()
        #expect(steps.contains { $0.reward > 0 } && steps.allSatisfy { $0.step < 5 || $0.gradientNorm > 0 })

        var generator = SplitMix64(seed: seed)
        var arguments = Self.arguments(into: "killed", threads: 2)
        var kills = 0
        for _ in 0..<3 {
            let lines = Self.steps(in: folder) + 1 + generator.integer(below: 4)
            if try Self.run(arguments, in: folder, killedAfter: lines) { kills += 1 }
            if !arguments.contains("--resume") { arguments.append("--resume") }
        }
        #expect(kills > 0)
        let last = try TrainProcess(arguments, in: folder)
        #expect(last.status == 0, "\(last.errors)")
        let (expected, found) = (try Self.files(in: folder, "whole"), try Self.files(in: folder, "killed"))
        #expect(expected.keys.contains("checkpoints/step-000012/optimizer.squares.safetensors"))
        #expect(Set(found.keys) == Set(expected.keys))
        for (name, bytes) in expected { #expect(found[name] == bytes, "\(name)") }
    }

    @Test func `a signal asks for a checkpoint, and gets it after the step`() throws {
        let folder = try TemporaryFolder()
        try ModelFolder("\(folder.path)/model").write(LanguageModel(.wordProblems, features: 16, layers: 1, seed: 3))
        let process = Process()
        process.executableURL = try TrainProcess.program()
        process.arguments = Self.arguments(into: "killed", threads: 1, saveSteps: 1000, steps: 1000)
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        while process.isRunning, Self.steps(in: folder) < 2 { Thread.sleep(forTimeInterval: 0.002) }
        kill(process.processIdentifier, SIGUSR1)
        let run = RunFolder("\(folder.path)/killed")
        while process.isRunning, run.savedSteps().isEmpty { Thread.sleep(forTimeInterval: 0.002) }
        #expect(process.isRunning)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(run.savedSteps().count == 1)
        let step = try #require(run.savedSteps().first)
        #expect((2..<1000).contains(step))
    }

    /// Runs `train` and kills it when its log has so many lines; true if it was still running then.
    private static func run(_ arguments: [String], in folder: TemporaryFolder, killedAfter lines: Int) throws -> Bool {
        let process = Process()
        process.executableURL = try TrainProcess.program()
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        while process.isRunning, steps(in: folder) < lines { Thread.sleep(forTimeInterval: 0.002) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// How many steps the run that is killed has logged.
    private static func steps(in folder: TemporaryFolder) -> Int {
        let log = try? folder.text(of: "killed/training_logs/train_logs.jsonl")
        return log?.count { $0 == "\n" } ?? 0
    }

    /// Every file of a run, by its path.
    private static func files(in folder: TemporaryFolder, _ run: String) throws -> [String: Data] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: "\(folder.path)/\(run)")
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                FileManager.default.contents(atPath: "\(folder.path)/\(run)/\(name)").map { (name, $0) }
            })
    }
}
