import Records
import TestSupport
import Testing

@testable import OneNumber

struct LoggedRunTests {
    @Test func `a run with logs has the bits of one without, and reports what it logs`() throws {
        let folder = try TemporaryFolder()
        let settings = RunSettings(epochs: 5)
        var reported: [RecordedEpoch] = []
        let logged = try RunSummary(running: 3, settings: settings, loggingTo: folder.path) { reported.append($0) }
        #expect(try logged == RunSummary(running: 3, settings: settings))
        #expect(try RecordedRun<Run.Record>(reading: folder.path).epochs == reported)
        #expect(reported[2].line.hasPrefix("Epoch 2: -"))
    }

    @Test func `the epochs before one that fails are logged`() throws {
        let folder = try TemporaryFolder()
        let settings = RunSettings(epochs: 400, trainBatchSize: 16, step: .fixed(size: 1e20))
        var count = 0
        #expect(throws: TrainingError.self) {
            try RunSummary(running: 1, settings: settings, loggingTo: folder.path) { _ in count += 1 }
        }
        #expect(count > 0)
        #expect(try RecordedRun<Run.Record>(reading: folder.path).epochs.count == count)
    }
}
