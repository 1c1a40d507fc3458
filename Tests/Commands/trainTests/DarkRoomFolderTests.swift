import DarkRoom
import Foundation
import TestSupport
import Testing

@testable import train

/// What `train darkroom` leaves in its folders.
struct DarkRoomFolderTests {
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
