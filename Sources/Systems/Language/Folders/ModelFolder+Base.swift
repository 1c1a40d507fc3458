#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ModelFolder {
    /// The base model that is kept in the folder; trained and written if it is not there yet.
    ///
    /// - Parameters:
    ///   - seed: decides the model's first numbers and its lessons.
    ///   - report: called after every step.
    public func base(
        seed: UInt64, threads: Int = .max, report: (FineTuningMetrics) -> Void = { _ in }
    ) async throws -> LanguageModel {
        if FileManager.default.fileExists(atPath: "\(path)/model.json") { return try read() }
        let base = try await LanguageModel.base(seed: seed, threads: threads, report: report)
        try write(base)
        return base
    }

    /// The model in the folder: that of the last checkpoint if it is a run's, or its own.
    public func latest() throws -> LanguageModel {
        let run = RunFolder(path)
        return try run.savedSteps().last.map(run.model(atStep:)) ?? read()
    }
}
