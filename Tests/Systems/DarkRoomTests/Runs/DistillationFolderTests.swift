import Foundation
import TestSupport
import Testing

@testable import DarkRoom

struct DistillationFolderTests {
    private func plan(steps: Int = 5) -> DistillationPlan {
        var settings = DistillationSettings()
        settings.steps = steps
        settings.batch = 8
        settings.warmup = 2
        var plan = DistillationPlan()
        (plan.teacher, plan.slots, plan.seed, plan.settings) = (.optimist, 2, 3, settings)
        plan.sizes = HistoryModel.Sizes(features: 16, heads: 2)
        return plan
    }

    /// Goes on until `end` steps are made; every second step and the fifth, which is the last, are saved.
    private func go(_ training: inout Distillation, to end: Int, in folder: DistillationFolder) async throws {
        while training.losses.count < end {
            await training.step()
            try folder.append(training)
            if training.losses.count % 2 == 0 || training.losses.count == 5 { try folder.checkpoints.save(training) }
        }
    }

    private func bytes(_ folder: TemporaryFolder) throws -> [String: Data] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                FileManager.default.contents(atPath: "\(folder.path)/\(name)").map { (name, $0) }
            })
    }

    @Test func `a run that was killed between checkpoints leaves the bytes of one that was not`() async throws {
        let (whole, broken) = (try TemporaryFolder(), try TemporaryFolder())
        let folder = DistillationFolder(whole.path)
        var training = try folder.training(of: plan(), resuming: false)
        try await folder.train(&training, saveInterval: 2)

        var first = try plan().training()
        try DistillationFolder(broken.path).begin(plan())
        try await go(&first, to: 3, in: DistillationFolder(broken.path))
        // The kill came while a line was being written.
        let log = try FileHandle(forWritingTo: URL(filePath: "\(broken.path)/log.csv"))
        try log.seekToEnd()
        try log.write(contentsOf: Data("4,1.".utf8))
        var second = try plan().training()
        #expect(try DistillationFolder(broken.path).resume(&second, plan: plan()) == 2)
        try await go(&second, to: 5, in: DistillationFolder(broken.path))

        let (one, other) = (try bytes(whole), try bytes(broken))
        #expect(one.keys.sorted() == other.keys.sorted())
        #expect(one.keys.contains("checkpoints/step-5/optimizer.squares.safetensors"))
        for name in one.keys { #expect(one[name] == other[name], "\(name)") }
    }

    @Test func `other arguments are refused, and a folder without a checkpoint can not be evaluated`() throws {
        let folder = try TemporaryFolder()
        try DistillationFolder(folder.path).begin(plan())
        var training = try plan(steps: 6).training()
        #expect(throws: DistillationFolderError.otherArguments(path: "\(folder.path)/args.json")) {
            try DistillationFolder(folder.path).resume(&training, plan: plan(steps: 6))
        }
        #expect(throws: DistillationFolderError.noCheckpoint(path: "\(folder.path)/checkpoints")) {
            try DistillationFolder(folder.path).trainedModel()
        }
    }
}
