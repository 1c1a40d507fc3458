import Autodiff
import Checkpoints
import DarkRoom
import EventFiles
import Records

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The folder of a distillation: args.json, log.csv, an event file, and `checkpoints/step-N`, everything that step N + 1 needs.
struct DistillationFolder {
    let path: String

    init(_ path: String) { self.path = path }

    private var logPath: String { "\(path)/log.csv" }
    private var eventsPath: String { "\(path)/events.out.tfevents.distill" }
    private var checkpoints: String { "\(path)/checkpoints" }

    /// Makes the folder, writes what the run is and forgets an earlier one.
    func begin(_ plan: DistillationPlan) throws {
        _ = try OutputFolder(path)
        if FileManager.default.fileExists(atPath: checkpoints) {
            try FileManager.default.removeItem(atPath: checkpoints)
        }
        _ = try OutputFolder(checkpoints)
        try OutputFile.replace("\(path)/args.json", with: plan.jsonLines())
        try writeLogs([])
    }

    /// Brings a training, prepared as at its beginning, to where the last checkpoint was; the logs forget what came later.
    ///
    /// - Returns: how many steps have been made.
    func resume(_ training: inout Distillation, plan: DistillationPlan) throws -> Int {
        let written = try DistillationPlan(readingJSON: "\(path)/args.json")
        guard written == plan else { throw DistillationFolderError.otherArguments(path: "\(path)/args.json") }
        if let state = try lastState() {
            training.restore(
                losses: state.losses, parameters: try state.parameters(training), memory: try state.memory(training))
        }
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

    /// Writes a checkpoint whole or not at all, in a folder of another name, which is then renamed; earlier ones go.
    func save(_ training: Distillation) throws {
        let (part, whole) = ("\(checkpoints)/part", "\(checkpoints)/step-\(training.losses.count)")
        for leftover in [part, whole] where FileManager.default.fileExists(atPath: leftover) {
            try FileManager.default.removeItem(atPath: leftover)
        }
        let folder = try OutputFolder(part)
        try training.model.parameters.write(safetensors: "\(part)/model.safetensors")
        let memory = training.optimizerMemory
        try memory?.means.write(safetensors: "\(part)/optimizer.means.safetensors")
        try memory?.squares.write(safetensors: "\(part)/optimizer.squares.safetensors")
        try folder.file("state.json").write(State(losses: training.losses, powers: memory?.powers).jsonLines())
        try FileManager.default.moveItem(atPath: part, toPath: whole)
        for step in savedSteps where step != training.losses.count {
            try FileManager.default.removeItem(atPath: "\(checkpoints)/step-\(step)")
        }
    }

    private var savedSteps: [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: checkpoints)) ?? []
        return names.compactMap { $0.hasPrefix("step-") ? Int($0.dropFirst(5)) : nil }
    }

    /// What a checkpoint knows beside tensors.
    private struct State: Codable {
        let losses: [Float]
        /// β₁ᵗ and β₂ᵗ.
        let powers: [Double]?
    }

    /// The last checkpoint; nil if there is none.
    private func lastState() throws -> SavedState? {
        guard let step = savedSteps.max() else { return nil }
        let folder = "\(checkpoints)/step-\(step)"
        let state = try State(readingJSON: "\(folder)/state.json")
        return SavedState(folder: folder, losses: state.losses, powers: state.powers)
    }

    /// The model of the last checkpoint, and the plan of its run.
    func trainedModel() throws -> (model: HistoryModel, plan: DistillationPlan) {
        let plan = try DistillationPlan(readingJSON: "\(path)/args.json")
        guard let state = try lastState() else { throw DistillationFolderError.noCheckpoint(path: checkpoints) }
        var model = plan.newModel()
        try model.parameters.restore(safetensors: "\(state.folder)/model.safetensors")
        return (model, plan)
    }
}

/// A checkpoint on disk.
private struct SavedState {
    let folder: String
    let losses: [Float]
    let powers: [Double]?

    func parameters(_ training: Distillation) throws -> Parameters {
        var parameters = training.model.parameters
        try parameters.restore(safetensors: "\(folder)/model.safetensors")
        return parameters
    }

    func memory(_ training: Distillation) throws -> Adam.Memory? {
        guard let powers else { return nil }
        var (means, squares) = (training.model.parameters, training.model.parameters)
        try means.restore(safetensors: "\(folder)/optimizer.means.safetensors")
        try squares.restore(safetensors: "\(folder)/optimizer.squares.safetensors")
        return Adam.Memory(means: means, squares: squares, powers: powers)
    }
}

/// Why a folder can not be gone on with.
enum DistillationFolderError: Error, Equatable, CustomStringConvertible {
    case otherArguments(path: String)
    case noCheckpoint(path: String)

    var description: String {
        switch self {
        case .otherArguments(let path): "the run of \(path) has other arguments; --resume goes on with the same ones"
        case .noCheckpoint(let path): "there is no checkpoint in \(path) yet"
        }
    }
}
