import DeterministicMath
import Records
import TestSupport
import Testing

private struct SmallRecord: RunRecord, Equatable {
    var ceiling = -0.25
    var epochs = 5
    var promptNames = ["A", "B"]
    var title = "a small run"
}

struct RecordedRunTests {
    /// The logs of a run of which only `epochs` epochs were made; in the first, nothing is remembered of B.
    private func folder(epochs: Int = 5) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let log = try RunLog(folder: folder.path, record: SmallRecord())
        for epoch in 0..<epochs {
            let rewards = Moments(of: [-1 / 3, -Double(epoch)])
            let other = Moments(of: [1e-300, Double(epoch)])
            try log.append(epoch: epoch, rewards: rewards, prompts: [rewards, epoch == 0 ? nil : other])
        }
        try log.flush()
        return folder
    }

    @Test func `what was written is read back, bit for bit`() throws {
        let folder = try folder()
        let run = try RecordedRun<SmallRecord>(reading: folder.path)
        #expect(run.record == SmallRecord())
        #expect(run.epochs.map(\.mean) == (0..<5).map { Moments(of: [-1 / 3, -Double($0)]).mean })
        #expect(run.epochs.map(\.deviation) == (0..<5).map { Moments(of: [-1 / 3, -Double($0)]).standardDeviation })
        #expect(run.prompts.map(\.prompt) == ["A", "A", "B", "A", "B", "A", "B", "A", "B"])
        #expect(run.prompts.last?.mean == Moments(of: [1e-300, 4]).mean && run.prompts.last?.count == 2)
    }

    @Test func `a run that was killed leaves fewer epochs`() throws {
        let folder = try folder(epochs: 3)
        #expect(try RecordedRun<SmallRecord>(reading: folder.path).epochs.count == 3)
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
        ("run.json", 2, "{}", nil, "ceiling is missing"),
        ("run.json", 2, "{\"ceiling\": NaN}", 1, "ceiling is NaN; it must be a finite number"),
    ])
    func `what no run writes is an error at its line`(
        file: String, epochs: Int, text: String, line: Int?, reason: String
    ) throws {
        let folder = try folder(epochs: epochs)
        try folder.write(text, to: file)
        let error = #expect(throws: RecordError.self) { try RecordedRun<SmallRecord>(reading: folder.path) }
        let place = line.map { file == "run.json" ? ":\($0):13" : ":\($0)" } ?? ""
        #expect(error?.description == "\(folder.path)/\(file)\(place): error: \(reason)")
    }

    @Test func `a folder without logs is an error with its path`() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: RecordError.self) { try RecordedRun<SmallRecord>(reading: folder.path) }
        #expect(error?.description == "\(folder.path)/run.json: error: can not be read: No such file or directory")
    }

    @Test func `logs go into folders that are made, not into files`() throws {
        let folder = try TemporaryFolder()
        let record = SmallRecord()
        _ = try RunLog(folder: "\(folder.path)/a/b", record: record)
        #expect(try folder.text(of: "a/b/epochs.csv") == "epoch,mean,std\n")
        try folder.write("", to: "file")
        let error = #expect(throws: RecordError.self) { try RunLog(folder: "\(folder.path)/file", record: record) }
        #expect(error?.description == "\(folder.path)/file: error: can not be written: File exists")
    }

    @Test func `a full disk is an error`() throws {
        let error = #expect(throws: RecordError.self) { try OutputFile(path: "/dev/full").write([1]) }
        #expect(error?.description == "/dev/full: error: can not be written: No space left on device")
    }
}
