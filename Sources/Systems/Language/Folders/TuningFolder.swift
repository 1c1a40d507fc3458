import Autodiff
import Checkpoints
import Records

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#endif

/// The folder of a fine-tuning: in the end the model alone; until then `training/step-N`, everything that step N needs to begin.
///
/// A training that is killed and goes on leaves the bytes of one that was not.
public struct TuningFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Names a folder; it need not be there yet.
    public init(_ path: String) { self.path = path }

    private var training: String { "\(path)/training" }
    /// What is thrown away: a folder is renamed before it is taken apart.
    private var litter: String { "\(path)/training.part" }

    /// Trains a model, and writes it.
    ///
    /// - Parameters:
    ///   - lessons: what a step learns from; asked for every step in order, also for those that a killed training has made.
    ///   - resuming: whether to go on with what is in the folder; from the beginning if there is nothing.
    ///   - saveInterval: after how many steps a checkpoint is made.
    ///   - wantsCheckpoint: asked after each step whether somebody wants a checkpoint now.
    ///   - report: called after each step.
    /// - Throws: ``LanguageError`` if there is a training that is not to be resumed, or that was asked for something else.
    public func train(
        _ model: LanguageModel, _ arguments: TuningArguments, on lessons: (_ step: Int) throws -> [Question],
        resuming: Bool, saveInterval: Int, wantsCheckpoint: () -> Bool = { false }, threads: Int = .max,
        report: (FineTuningMetrics) throws -> Void = { _ in }
    ) async throws {
        try model.check(trainedLayers: arguments.settings.trainedLayers)
        _ = try OutputFolder(path)
        try remove(litter)
        var model = model
        var tuning = FineTuning(arguments.settings)
        if let step = savedSteps.last {
            guard resuming else { throw LanguageError.runExists(path: path) }
            try restore(&tuning, &model, from: checkpoint(step), arguments)
        }
        let last = arguments.settings.steps
        for step in 0..<last {
            let batch = try lessons(step)
            // Lessons that were learnt already only move on what decides their order.
            guard step >= tuning.steps else { continue }
            try report(try await tuning.step(&model, on: batch, threads: threads))
            if tuning.steps.isMultiple(of: saveInterval) || wantsCheckpoint() || tuning.steps == last {
                try save(tuning, model, arguments)
            }
        }
        try finish(model)
    }

    private func checkpoint(_ step: Int) -> String { "\(training)/step-\(step)" }

    private var savedSteps: [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: training)) ?? []
        return names.compactMap { $0.hasPrefix("step-") ? Int($0.dropFirst(5)) : nil }.sorted()
    }

    /// What a checkpoint knows beside tensors.
    private struct State: Codable {
        let arguments: TuningArguments
        let powers: [Double]?
    }

    /// Writes a checkpoint, whole or not at all; earlier ones go.
    private func save(_ tuning: FineTuning, _ model: LanguageModel, _ arguments: TuningArguments) throws {
        _ = try OutputFolder(training)
        let (part, earlier) = ("\(training)/part", savedSteps.filter { $0 != tuning.steps })
        try remove(part)
        try ModelFolder(part).write(model)
        let memory = tuning.memory(of: model.parameters)
        try memory?.write(to: part)
        try OutputFolder(part).file("state.json").write(
            State(arguments: arguments, powers: memory?.powers).jsonLines())
        try remove(checkpoint(tuning.steps))
        try FileManager.default.moveItem(atPath: part, toPath: checkpoint(tuning.steps))
        for step in earlier { try discard(checkpoint(step)) }
    }

    private func restore(
        _ tuning: inout FineTuning, _ model: inout LanguageModel, from folder: String, _ arguments: TuningArguments
    ) throws {
        let path = "\(folder)/state.json"
        let state = try State(readingJSON: path)
        guard state.arguments == arguments else { throw LanguageError.otherArguments(path: path) }
        if let coder = model.coder as? any CheckpointCoder {
            model.parameters = try coder.parameters(of: model, in: folder)
        } else {
            try model.parameters.restore(safetensors: "\(folder)/model.safetensors")
        }
        guard let step = savedSteps.last else { return }
        tuning.restore(
            steps: step, memory: try state.powers.map { try Adam.Memory(in: folder, of: model.parameters, powers: $0) })
    }

    /// Writes the model, file by file in the place of what is there, and takes the checkpoints away.
    private func finish(_ model: LanguageModel) throws {
        let part = "\(training)/model"
        try remove(part)
        try ModelFolder(part).write(model)
        for name in try FileManager.default.contentsOfDirectory(atPath: part).sorted() {
            guard rename("\(part)/\(name)", "\(path)/\(name)") == 0 else {
                throw RecordError.unwritable(path: "\(path)/\(name)", code: errno)
            }
        }
        try discard(training)
    }

    /// Takes a folder away that nobody may take for a whole one meanwhile.
    private func discard(_ folder: String) throws {
        try FileManager.default.moveItem(atPath: folder, toPath: litter)
        try remove(litter)
    }

    private func remove(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.removeItem(atPath: path)
    }
}
