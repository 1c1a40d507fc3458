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
}

extension LanguageModel {
    /// The model in a folder: that of the last checkpoint if it is a run's, or its own.
    public init(readingLatest folder: String) throws {
        let run = RunFolder(folder)
        self = try run.savedSteps().last.map(run.model(atStep:)) ?? ModelFolder(folder).read()
    }
}
