import DarkRoom
import Foundation
import TestSupport
import Testing

@testable import train

/// What `train darkroom` leaves in its folders.
struct DarkRoomFolderTests {
    private func plan(steps: Int = 5) -> DistillationPlan {
        var settings = DistillationSettings()
        settings.steps = steps
        settings.batch = 8
        settings.warmup = 2
        return DistillationPlan(
            histories: [], teacher: .optimist, rule: .stride, slots: 2, stride: 20, last: 30, optimalLabels: false,
            heldOut: 20, seed: 3, sizes: HistoryModel.Sizes(features: 16, heads: 2), format: TokenFormat(),
            settings: settings)
    }

    private func go(_ training: inout Distillation, to end: Int, in folder: DistillationFolder) async throws {
        while training.losses.count < end {
            await training.step()
            try folder.append(training)
            if training.losses.count % 2 == 0 || training.losses.count == 5 { try folder.save(training) }
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
        var training = try plan().training()
        try DistillationFolder(whole.path).begin(plan())
        try await go(&training, to: 5, in: DistillationFolder(whole.path))

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

    @Test func `histories that were cut off are completed to the same bytes`() throws {
        let folder = try TemporaryFolder()
        let arguments = ["darkroom", "histories", "--updates", "4", "--output"]
        let whole = try TrainProcess(arguments + ["whole"], in: folder)
        #expect(whole.output == "32000 steps of 80 agents written to whole\n")
        let bytes = try Data(contentsOf: URL(filePath: "\(folder.path)/whole"))
        try bytes.prefix(bytes.count * 2 / 3).write(to: URL(filePath: "\(folder.path)/broken"))
        _ = try TrainProcess(arguments + ["broken"], in: folder)
        #expect(try Data(contentsOf: URL(filePath: "\(folder.path)/broken")) == bytes)
    }

    @Test func `an agent's folder has its logs, its history and a film, which can be made again`() throws {
        let folder = try TemporaryFolder()
        let run = try TrainProcess(["darkroom", "a2c", "--updates", "20", "--logdir", "a"], in: folder)
        #expect(run.status == 0 && run.errors.isEmpty)
        let updates = try folder.text(of: "a/updates.csv").split(separator: "\n")
        #expect(updates.count == 21 && updates[0].hasPrefix("update,policy_loss"))
        // 20 windows of 10 steps are ten episodes in each of ten rooms.
        #expect(try folder.text(of: "a/episodes.csv").split(separator: "\n").count == 101)
        let film = try TrainProcess(["darkroom", "film", "a/history", "--output", "again.svg"], in: folder)
        #expect(film.status == 0)
        #expect(try folder.text(of: "again.svg") == folder.text(of: "a/film.svg"))
    }

    @Test func `what can not be is said with the flag's name`() throws {
        let folder = try TemporaryFolder()
        let middle = try TrainProcess(["darkroom", "a2c", "--row", "4", "--column", "4"], in: folder)
        #expect(middle.status == 64)
        #expect(middle.errors.hasPrefix("Error: row 4, column 4 is where episodes begin; the goal is another cell\n"))
        let nothing = try TrainProcess(["darkroom", "distill"], in: folder)
        #expect(nothing.errors.hasPrefix("Error: no file of histories; `train darkroom histories` writes one\n"))
        let missing = try TrainProcess(["darkroom", "film", "nowhere"], in: folder)
        #expect(missing.status == 1 && missing.errors == "error: nowhere: No such file or directory\n")
    }
}
