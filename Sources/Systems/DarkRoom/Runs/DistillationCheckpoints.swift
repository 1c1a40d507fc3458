import Autodiff
import Checkpoints
import Records

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The folder `checkpoints` of a distillation: `step-N` has everything that step N + 1 needs.
struct DistillationCheckpoints {
    let path: String

    /// Makes the folder, without what an earlier run left.
    func clear() throws {
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        _ = try OutputFolder(path)
    }

    /// Writes a checkpoint whole or not at all, in a folder of another name, which is then renamed; earlier ones go.
    func save(_ training: Distillation) throws {
        let (part, whole) = ("\(path)/part", "\(path)/step-\(training.losses.count)")
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
            try FileManager.default.removeItem(atPath: "\(path)/step-\(step)")
        }
    }

    /// The last checkpoint; nil if there is none.
    func last() throws -> Saved? {
        guard let step = savedSteps.max() else { return nil }
        let folder = "\(path)/step-\(step)"
        return Saved(folder: folder, state: try State(readingJSON: "\(folder)/state.json"))
    }

    private var savedSteps: [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap { $0.hasPrefix("step-") ? Int($0.dropFirst(5)) : nil }
    }

    /// What a checkpoint knows beside tensors.
    struct State: Codable {
        let losses: [Float]
        /// β₁ᵗ and β₂ᵗ.
        let powers: [Double]?
    }

    /// A checkpoint on disk.
    struct Saved {
        let folder: String
        let state: State

        /// Brings a training, prepared as at its beginning, to where this was saved.
        func restore(_ training: inout Distillation) throws {
            var parameters = training.model.parameters
            try restore(&parameters)
            training.restore(losses: state.losses, parameters: parameters, memory: try memory(training))
        }

        /// Sets a model's parameters to those of the checkpoint.
        func restore(_ parameters: inout Parameters) throws {
            try parameters.restore(safetensors: "\(folder)/model.safetensors")
        }

        private func memory(_ training: Distillation) throws -> Adam.Memory? {
            guard let powers = state.powers else { return nil }
            var (means, squares) = (training.model.parameters, training.model.parameters)
            try means.restore(safetensors: "\(folder)/optimizer.means.safetensors")
            try squares.restore(safetensors: "\(folder)/optimizer.squares.safetensors")
            return Adam.Memory(means: means, squares: squares, powers: powers)
        }
    }
}
