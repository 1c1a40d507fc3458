import DeterministicMath
import Records
import TestSupport
import Testing

@testable import OneNumber

struct RunRecordTests {
    private let problem = Problem(seed: 3)
    private let settings = RunSettings(epochs: 5, batchSize: 40)

    /// The logs of a run of which only `epochs` epochs were made.
    private func folder(epochs: Int = 5) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        var run = try Run(of: problem, settings: settings, seed: 3)
        let log = try RunLog(folder: folder.path, record: Run.Record(of: problem, settings: settings, seed: 3))
        for epoch in 0..<epochs {
            try log.append(epoch: epoch, rewards: run.step(), prompts: run.promptStatistics)
        }
        try log.flush()
        return folder
    }

    @Test func `what was written is read back, bit for bit`() throws {
        let folder = try folder()
        let log = try RecordedRun<Run.Record>(reading: folder.path)
        let history = try problem.run(
            settings: RunSettings(epochs: 5, batchSize: 40, recordsPromptStatistics: true), seed: 3)
        #expect(log.record == Run.Record(of: problem, settings: settings, seed: 3))
        #expect(log.epochs.map(\.mean) == history.meanRewards)
        #expect(log.epochs.map(\.deviation) == history.rewardStandardDeviations)
        let last = log.prompts.filter { $0.epoch == 4 }
        #expect(last.map(\.mean) == history.promptStatistics[4].compactMap { $0?.mean })
        #expect(last.map(\.count).reduce(0, +) == 200)
    }

    @Test func `a record says what the run was`() throws {
        let record = Run.Record(of: problem, settings: settings, seed: 3)
        #expect(record.title == "window(length: 32, minimumCount: 16), last, seed 3")
        #expect(record.promptNames == problem.prompts.map(\.name))
        #expect(record.ceiling == problem.ceiling.value)
    }

    @Test(arguments: [(10, 40), (Int.max, Int.max)])
    func `a record says over how many updates steps fall`(epochs: Int, updates: Int) {
        // Four updates an epoch: the last part is smaller.
        let settings = RunSettings(epochs: epochs, batchSize: 100, trainBatchSize: 30, step: .adam(size: 0.5))
        let record = Run.Record(of: problem, settings: settings, seed: 3)
        #expect(record.step == .adam(size: 0.5, updates: updates))
    }

    @Test func `the logs are plain CSV`() throws {
        let folder = try folder(epochs: 1)
        let lines = try folder.text(of: "epochs.csv").split(separator: "\n")
        #expect(lines[0] == "epoch,mean,std")
        #expect(lines.count == 2 && lines[1].hasPrefix("0,-"))
        #expect(
            try folder.text(of: "prompts.csv").hasPrefix("epoch,prompt,count,mean,std\n0,\(problem.prompts[0].name),"))
    }
}
