import Exhibits
import OneNumber
import Records
import RunFigures
import TestSupport
import Testing

struct RunFiguresTests {
    private func log(seed: UInt64, epochs: Int = 70, in folder: TemporaryFolder) throws -> RecordedRun<Run.Record> {
        let problem = Problem(seed: seed)
        let settings = RunSettings(epochs: 70)
        let path = "\(folder.path)/seed-\(seed)"
        let log = try RunLog(folder: path, record: Run.Record(of: problem, settings: settings, seed: seed))
        var run = try Run(of: problem, settings: settings, seed: seed)
        for epoch in 0..<epochs {
            try log.append(epoch: epoch, rewards: run.step(), prompts: run.promptStatistics)
        }
        try log.flush()
        return try RecordedRun<Run.Record>(reading: path)
    }

    @Test func `several runs stand side by side on one page that needs no other file`() throws {
        let folder = try TemporaryFolder()
        let plots = try RunFigures(of: [log(seed: 1, in: folder), log(seed: 2, in: folder)])
        #expect(
            plots.files.map(\.name) == [
                "learning-curves.svg", "heat-map-1.svg", "prompts-1.svg", "heat-map-2.svg", "prompts-2.svg",
                "index.html",
            ])
        let page = plots.files.last!.text
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"))
        for external in ["src=", "href=", "url("] {
            #expect(!page.contains(external))
        }
        #expect(page.contains("seed 1") && page.contains("seed 2"))
        for color in Palette.all {
            #expect(
                page.contains("--\(color.name): \(color.light);") && page.contains("--\(color.name): \(color.dark);"))
        }
    }

    @Test func `each stretch of epochs is one row for each prompt`() throws {
        let folder = try TemporaryFolder()
        let rows = try log(seed: 1, in: folder).stretches(atMost: 10)
        let epochs = Set(rows.map(\.epoch))
        #expect(epochs == Set(stride(from: 6, to: 70, by: 7)))
        #expect(rows.count == 64 * 10)
    }

    @Test(arguments: [9, 12, 69, 70, 100]) func `the last stretch ends with the last epoch`(count: Int) throws {
        let folder = try TemporaryFolder()
        let epochs = try Set(log(seed: 1, in: folder).stretches(atMost: count).map(\.epoch))
        #expect(epochs.contains(69))
        #expect(epochs.count <= count && epochs.count > count / 2)
    }

    @Test func `a run that was stopped says so on the page`() throws {
        let folder = try TemporaryFolder()
        let page = try RunFigures(of: [log(seed: 1, epochs: 3, in: folder)]).files.last!
        #expect(page.name == "index.html")
        #expect(page.text.contains("3 epochs of 70; the run was stopped"))
    }

    @Test func `a run without an epoch can not be drawn`() throws {
        let folder = try TemporaryFolder()
        let record = Run.Record(of: Problem(seed: 1), settings: RunSettings(), seed: 1)
        _ = try RunLog(folder: folder.path, record: record)
        let error = #expect(throws: RecordError.self) {
            try RunFigures(of: [RecordedRun<Run.Record>(reading: folder.path)])
        }
        #expect(error?.description == "\(folder.path)/epochs.csv:2: error: there is no epoch to draw")
    }
}
