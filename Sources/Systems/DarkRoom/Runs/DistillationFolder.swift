import EventFiles
import Records

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The folder of a distillation: args.json, log.csv, an event file, and `checkpoints/step-N`, everything that step N + 1 needs.
public struct DistillationFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Names a folder, which is made when a run begins.
    public init(_ path: String) { self.path = path }

    private var logPath: String { "\(path)/log.csv" }
    private var eventsPath: String { "\(path)/events.out.tfevents.distill" }
    var checkpoints: DistillationCheckpoints { DistillationCheckpoints(path: "\(path)/checkpoints") }

    /// The training at its beginning, in a folder that forgets an earlier one, or as the last checkpoint left it. Throws as
    /// ``DistillationPlan/training()`` does, and ``DistillationFolderError/otherArguments(path:)`` for a run of another plan.
    public func training(of plan: DistillationPlan, resuming: Bool) throws -> Distillation {
        var training = try plan.training()
        if resuming { _ = try resume(&training, plan: plan) } else { try begin(plan) }
        return training
    }

    /// Trains to the end, with a line in the logs for each step.
    ///
    /// - Parameters:
    ///   - saveInterval: how many steps lie between checkpoints; the last step makes one in any case.
    ///   - wantsCheckpoint: asked after each step whether somebody wants one now.
    ///   - report: called after each step.
    public func train(
        _ training: inout Distillation, saveInterval: Int, wantsCheckpoint: () -> Bool = { false }, threads: Int = .max,
        report: (Distillation) -> Void = { _ in }
    ) async throws {
        while training.losses.count < training.settings.steps {
            await training.step(threads: threads)
            try append(training)
            let step = training.losses.count
            let isDue = step % saveInterval == 0 || step == training.settings.steps
            if wantsCheckpoint() || isDue { try checkpoints.save(training) }
            report(training)
        }
    }

    /// Makes the folder, writes what the run is and forgets an earlier one.
    func begin(_ plan: DistillationPlan) throws {
        _ = try OutputFolder(path)
        try checkpoints.clear()
        try OutputFile.replace("\(path)/args.json", with: plan.jsonLines())
        try writeLogs([])
    }

    /// Brings a training, prepared as at its beginning, to where the last checkpoint was; the logs forget what came later.
    ///
    /// - Returns: how many steps have been made.
    func resume(_ training: inout Distillation, plan: DistillationPlan) throws -> Int {
        let written = try DistillationPlan(readingJSON: "\(path)/args.json")
        guard written == plan else { throw DistillationFolderError.otherArguments(path: "\(path)/args.json") }
        try checkpoints.last()?.restore(&training)
        try writeLogs(training.losses)
        return training.losses.count
    }

    /// Appends the last step to the logs.
    func append(_ training: Distillation) throws {
        guard let loss = training.losses.last else { return }
        let step = training.losses.count
        try OutputFile(goingOnWith: logPath).write(line(step, loss))
        try OutputFile(goingOnWith: eventsPath).write(record(step, loss).bytes)
    }

    private func line(_ step: Int, _ loss: Float) -> String { "\(step),\(loss)\n" }

    private func record(_ step: Int, _ loss: Float) -> EventRecord {
        EventRecord(scalars: [("distill/loss", Double(loss))], step: step)
    }

    private func writeLogs(_ losses: [Float]) throws {
        let lines = losses.enumerated().map { line($0 + 1, $1) }.joined()
        let events = losses.enumerated().flatMap { record($0 + 1, $1).bytes }
        try OutputFile.replace(logPath, with: Array("step,loss\n\(lines)".utf8))
        try OutputFile.replace(eventsPath, with: EventRecord.version.bytes + events)
    }

    /// The model of the last checkpoint, and the plan of its run. Throws ``DistillationFolderError/noCheckpoint(path:)`` before the first
    /// one, and `RecordError` for files that can not be read.
    public func trainedModel() throws -> (model: HistoryModel, plan: DistillationPlan) {
        let plan = try DistillationPlan(readingJSON: "\(path)/args.json")
        guard let saved = try checkpoints.last() else {
            throw DistillationFolderError.noCheckpoint(path: checkpoints.path)
        }
        var model = plan.newModel()
        try saved.restore(&model.parameters)
        return (model, plan)
    }
}
