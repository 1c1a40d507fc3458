import ArgumentParser
import Language

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The flags that name a model and say how it is asked.
struct ModelOptions: ParsableArguments {
    @Option(help: "The folder of a model, or of a run, whose last checkpoint is meant; without it, a new base model.")
    var model: String?

    @Option(help: "How many held-out questions an evaluation asks.")
    var evalQuestions = 400

    @Option(help: "How many answers to each are sampled.")
    var evalSamples = 1

    @Option(help: "How many threads compute at the same time; the numbers do not depend on it.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        for (flag, value) in [("eval-questions", evalQuestions), ("eval-samples", evalSamples), ("threads", threads)] {
            guard value >= 1 else { throw ValidationError("--\(flag) is \(value); it must be at least 1") }
        }
    }

    /// The model that was named; without a name, the base model that is kept in a folder, trained if it is not there yet.
    func model(keptIn folder: String, seed: UInt64, quiet: Bool) async throws -> LanguageModel {
        if let model { return try Self.read(model) }
        if FileManager.default.fileExists(atPath: "\(folder)/model.json") { return try ModelFolder(folder).read() }
        let steps = FineTuningSettings.warmUp.steps
        let base = try await LanguageModel.base(seed: seed, threads: threads) { metrics in
            if !quiet, metrics.step % 50 == 49 || metrics.step == 0 {
                print("Base model: step \(metrics.step + 1) of \(steps), loss \(short(metrics.loss))")
            }
        }
        try ModelFolder(folder).write(base)
        return base
    }

    /// The model in a folder: its own, or that of the last checkpoint of a run.
    static func read(_ folder: String) throws -> LanguageModel {
        let run = RunFolder(folder)
        guard let step = run.savedSteps().last else { return try ModelFolder(folder).read() }
        return try run.model(atStep: step)
    }
}
