import Autodiff
import Checkpoints
import Records
import Trajectories

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension RunFolder {
    private var checkpoints: String { "\(path)/checkpoints" }

    /// Writes everything that the next step needs, whole or not at all: in a folder of another name, which is then renamed.
    public func save(_ run: GRPORun) throws {
        let name = Self.name(ofStep: run.step)
        let (part, whole) = ("\(checkpoints)/\(name).part", "\(checkpoints)/\(name)")
        for leftover in [part, whole] where FileManager.default.fileExists(atPath: leftover) {
            try FileManager.default.removeItem(atPath: leftover)
        }
        try ModelFolder(part).write(run.model)
        try run.reference.parameters.write(safetensors: "\(part)/reference.safetensors")
        try run.memory?.write(to: part)
        let state = RunState(step: run.step, powers: run.memory?.powers, statistics: run.statistics)
        try OutputFolder(part).file("state.json").write(state.jsonLines())
        try FileManager.default.moveItem(atPath: part, toPath: whole)
    }

    /// The steps at which there are checkpoints.
    public func savedSteps() -> [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: checkpoints)) ?? []
        return names.compactMap { name in
            guard name.hasPrefix("step-"), let step = Int(name.dropFirst(5)) else { return nil }
            return step
        }.sorted()
    }

    /// The folder of the last checkpoint; nil without one.
    public var lastCheckpoint: String? { savedSteps().last.map { "\(checkpoints)/\(Self.name(ofStep: $0))" } }

    /// The model of a checkpoint.
    public func model(atStep step: Int) throws -> LanguageModel {
        try ModelFolder("\(checkpoints)/\(Self.name(ofStep: step))").read()
    }

    /// Brings a run, prepared as at its beginning, to where the last checkpoint was, and forgets what was logged later.
    ///
    /// - Returns: the step with which it goes on; 0 without a checkpoint.
    @discardableResult public func resume(_ run: inout GRPORun) throws -> Int {
        let step = savedSteps().last ?? 0
        if step > 0 {
            let folder = "\(checkpoints)/\(Self.name(ofStep: step))"
            let state = try RunState(readingJSON: "\(folder)/state.json")
            var (model, reference) = (run.model.parameters, run.model.parameters)
            if let coder = run.model.coder as? any CheckpointCoder {
                model = try coder.parameters(of: run.model, in: folder)
            } else {
                try model.restore(safetensors: "\(folder)/model.safetensors")
            }
            try reference.restore(safetensors: "\(folder)/reference.safetensors")
            let memory = try state.powers.map { try Adam.Memory(in: folder, of: model, powers: $0) }
            run.restore(state, model: model, reference: reference, memory: memory)
        }
        try forget(from: step)
        return step
    }

    /// Forgets steps from `step` on. The evaluation before that step is forgotten too: it is made again.
    private func forget(from step: Int) throws {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: checkpoints)) ?? []
        where name.hasSuffix(".part") {
            try FileManager.default.removeItem(atPath: "\(checkpoints)/\(name)")
        }
        if FileManager.default.fileExists(atPath: logPath) {
            let bytes = try [UInt8](contentsOfFile: logPath)
            let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
            guard ends.count >= step else {
                throw RecordError.malformed(
                    path: logPath, place: TextPlace(line: ends.count + 1),
                    flaw: .unexpected(
                        requirement: "the log of step \(ends.count); the checkpoint is later, of step \(step)"))
            }
            try OutputFile.replace(logPath, with: Array(bytes[..<(step == 0 ? 0 : ends[step - 1] + 1)]))
        }
        let named = [
            ("training_logs", "", "_generations.txt"), ("training_logs", "", RolloutLog.suffix),
            ("eval_logs", "metrics_", ".json"), ("eval_logs", "answers_", ".jsonl"),
        ]
        for (folder, before, after) in named {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
            for name in names where name.hasPrefix(before) && name.hasSuffix(after) {
                guard let number = Int(name.dropFirst(before.count).dropLast(after.count)), number >= step else {
                    continue
                }
                try FileManager.default.removeItem(atPath: "\(path)/\(folder)/\(name)")
            }
        }
    }

    private static func name(ofStep step: Int) -> String {
        "step-" + String(repeating: "0", count: max(0, 6 - "\(step)".count)) + "\(step)"
    }
}
