import DeterministicMath
import Foundation
import OneNumber
import Testing

@testable import train

struct RecordedLogTests {
    private let problem = Problem(seed: 3)
    private let settings = RunSettings(epochs: 5, batchSize: 40)

    /// The logs of a run of which only `epochs` epochs were made.
    private func folder(epochs: Int = 5) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        var run = try Run(of: problem, settings: settings, seed: 3)
        let log = try RunLog(folder: folder.path, record: RunRecord(seed: 3, settings: settings, problem: problem))
        for epoch in 0..<epochs {
            try log.append(epoch: epoch, rewards: run.step(), prompts: run.promptStatistics)
        }
        try log.flush()
        return folder
    }

    @Test func `what was written is read back, bit for bit`() throws {
        let folder = try folder()
        let log = try RecordedLog(reading: folder.path)
        let history = try problem.run(
            settings: RunSettings(epochs: 5, batchSize: 40, recordsPromptStatistics: true), seed: 3)
        #expect(log.record == RunRecord(seed: 3, settings: settings, problem: problem))
        #expect(log.epochs.map(\.mean) == history.meanRewards)
        #expect(log.epochs.map(\.deviation) == history.rewardStandardDeviations)
        let last = log.prompts.filter { $0.epoch == 4 }
        #expect(last.map(\.mean) == history.promptStatistics[4].compactMap { $0?.mean })
        #expect(last.map(\.count).reduce(0, +) == 200)
    }

    @Test func `the logs are plain CSV`() throws {
        let folder = try folder(epochs: 1)
        let lines = try folder.text(of: "epochs.csv").split(separator: "\n")
        #expect(lines[0] == "epoch,mean,std")
        #expect(lines.count == 2 && lines[1].hasPrefix("0,-"))
        #expect(
            try folder.text(of: "prompts.csv").hasPrefix("epoch,prompt,count,mean,std\n0,\(problem.prompts[0].name),"))
    }

    @Test func `a run that was killed leaves logs that can be drawn`() throws {
        let folder = try folder(epochs: 3)
        let log = try RecordedLog(reading: folder.path)
        #expect(log.epochs.count == 3)
        let page = try Plots(of: [log]).files.last!
        #expect(page.name == "index.html")
        #expect(page.text.contains("3 epochs of 5; the run was stopped"))
    }

    @Test(arguments: [
        ("epochs.csv", 2, "epoch,mean\n", 1, "the first line must be “epoch,mean,std”"),
        ("epochs.csv", 2, "epoch,mean,std\n0,-1.5,2\n1,-1", 3, "the line is cut off"),
        ("epochs.csv", 2, "epoch,mean,std\n0,-1.5\n", 2, "2 fields; there must be 3"),
        ("epochs.csv", 2, "epoch,mean,std\n0,nan,2\n", 2, "“nan” is no number"),
        ("epochs.csv", 2, "epoch,mean,std\n0,1,2\n0,1,2\n", 3, "there must be epoch 1 here"),
        ("epochs.csv", 2, "", 1, "the first line must be “epoch,mean,std”"),
        (
            "prompts.csv", 2, "epoch,prompt,count,mean,std\n0,nobody,1,2,3\n", 2,
            "there must be a prompt of run.json here"
        ),
        (
            "prompts.csv", 2, "epoch,prompt,count,mean,std\n0,A,1,2,3\n2,A,1,2,3\n", 3,
            "there must be an epoch of epochs.csv here"
        ),
        (
            "prompts.csv", 2, "epoch,prompt,count,mean,std\n1,A,1,2,3\n0,A,1,2,3\n", 3,
            "there must be an epoch no earlier than the line before here"
        ),
        (
            "prompts.csv", 2, "epoch,prompt,count,mean,std\n0,A,1,2,3\n1,A,1,2,3\n1,B,1,2,3\n1,A,1,2,3\n", 5,
            "there must be a prompt that epoch 1 does not have yet here"
        ),
        ("run.json", 2, "{}", 1, "this is not the record of a run: seed is missing"),
        ("run.json", 2, "{\"seed\":", 1, "this is not the record of a run: not valid JSON"),
    ])
    func `what no run writes is an error at its line`(
        file: String, epochs: Int, text: String, line: Int, reason: String
    ) throws {
        let folder = try folder(epochs: epochs)
        // A and B stand for the names of the first two prompts.
        let names = ["A": problem.prompts[0].name, "B": problem.prompts[1].name]
        let named = names.reduce(text) { $0.replacingOccurrences(of: ",\($1.key),", with: ",\($1.value),") }
        try folder.write(named, to: file)
        #expect(throws: FileError.malformed(path: "\(folder.path)/\(file)", line: line, reason: reason)) {
            try RecordedLog(reading: folder.path)
        }
    }

    @Test func `a folder without logs is an error with its path`() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: FileError.self) { try RecordedLog(reading: folder.path) }
        #expect(error?.description == "\(folder.path)/run.json: error: can not be read: No such file or directory")
    }

    @Test func `logs go into folders that are made, not into files`() throws {
        let folder = try TemporaryFolder()
        let record = RunRecord(seed: 3, settings: settings, problem: problem)
        _ = try RunLog(folder: "\(folder.path)/a/b", record: record)
        #expect(try folder.text(of: "a/b/epochs.csv") == "epoch,mean,std\n")
        try folder.write("", to: "file")
        let error = #expect(throws: FileError.self) { try RunLog(folder: "\(folder.path)/file", record: record) }
        #expect(error?.description == "\(folder.path)/file: error: can not be written: File exists")
    }

    @Test func `a full disk is an error`() throws {
        let error = #expect(throws: FileError.self) { try OutputFile(path: "/dev/full").write([1]) }
        #expect(error?.description == "/dev/full: error: can not be written: No space left on device")
    }
}
