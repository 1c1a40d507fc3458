import OneNumber

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The logs of a run, read back.
struct RecordedLog {
    struct Epoch: Equatable {
        let epoch: Int
        let mean: Double
        let deviation: Double
    }

    struct PromptEpoch: Equatable {
        let epoch: Int
        let prompt: String
        let count: Int
        let mean: Double
        let deviation: Double
    }

    let folder: String
    let record: RunRecord
    let epochs: [Epoch]
    let prompts: [PromptEpoch]

    /// Reads the logs of `folder`. Throws `FileError`, with file and line, for what no run writes; a run that was killed
    /// leaves fewer epochs, which is no error.
    init(reading folder: String) throws(FileError) {
        self.folder = folder
        let path = "\(folder)/run.json"
        let json = try contents(of: path)
        do {
            record = try JSONDecoder().decode(RunRecord.self, from: Data(json))
        } catch {
            throw .malformed(path: path, line: 1, reason: "this is not the record of a run: \(Self.reason(error))")
        }
        var epochs: [Epoch] = []
        var file = try LogFile(path: "\(folder)/epochs.csv", header: RunLog.epochsHeader)
        while try file.next() {
            epochs.append(
                Epoch(epoch: try file.integer(0), mean: try file.number(1), deviation: try file.number(2)))
            try file.expect(epochs.count - 1 == epochs[epochs.count - 1].epoch, "epoch \(epochs.count - 1)")
        }
        var prompts: [PromptEpoch] = []
        let names = Set(record.prompts.map(\.name))
        var seen = Set<String>()
        file = try LogFile(path: "\(folder)/prompts.csv", header: RunLog.promptsHeader)
        while try file.next() {
            let row = PromptEpoch(
                epoch: try file.integer(0),
                prompt: file.text(1),
                count: try file.integer(2),
                mean: try file.number(3),
                deviation: try file.number(4)
            )
            try file.expect(names.contains(row.prompt), "a prompt of run.json")
            try file.expect(row.epoch >= prompts.last?.epoch ?? 0, "an epoch no earlier than the line before")
            // A run hands over its epochs before what is remembered after them.
            try file.expect(row.epoch < epochs.count, "an epoch of epochs.csv")
            if row.epoch != prompts.last?.epoch { seen.removeAll(keepingCapacity: true) }
            try file.expect(seen.insert(row.prompt).inserted, "a prompt that epoch \(row.epoch) does not have yet")
            prompts.append(row)
        }
        self.epochs = epochs
        self.prompts = prompts
    }

    private static func reason(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(context.codingPath.last?.stringValue ?? "it") is of the wrong type"
        default: "not valid JSON"
        }
    }
}
