/// The logs of a run, read back.
public struct RecordedRun<Record: RunRecord>: Sendable {
    /// The folder of the logs.
    public let folder: String
    /// What the run was.
    public let record: Record
    /// The rewards of each epoch, from epoch 0 on.
    public let epochs: [RecordedEpoch]
    /// What was remembered of each prompt after each epoch.
    public let prompts: [RecordedPrompt]

    /// Reads the logs of `folder`. Throws `RecordError`, with file and line, for what no run writes; a run that was killed
    /// leaves fewer epochs, which is no error.
    public init(reading folder: String) throws(RecordError) {
        self.folder = folder
        record = try Record(readingJSON: "\(folder)/run.json")
        epochs = try Self.epochs(in: folder)
        prompts = try Self.prompts(in: folder, names: Set(record.promptNames), epochCount: epochs.count)
    }

    private static func epochs(in folder: String) throws(RecordError) -> [RecordedEpoch] {
        var epochs: [RecordedEpoch] = []
        var file = try CSVReader(path: "\(folder)/epochs.csv", header: RunLog.epochsHeader)
        while try file.next() {
            epochs.append(
                RecordedEpoch(epoch: try file.integer(0), mean: try file.number(1), deviation: try file.number(2)))
            try file.expect(epochs.count - 1 == epochs[epochs.count - 1].epoch, "epoch \(epochs.count - 1)")
        }
        return epochs
    }

    private static func prompts(
        in folder: String, names: Set<String>, epochCount: Int
    ) throws(RecordError) -> [RecordedPrompt] {
        var prompts: [RecordedPrompt] = []
        var seen = Set<String>()
        var file = try CSVReader(path: "\(folder)/prompts.csv", header: RunLog.promptsHeader)
        while try file.next() {
            let row = RecordedPrompt(
                epoch: try file.integer(0), prompt: file.text(1), count: try file.integer(2), mean: try file.number(3),
                deviation: try file.number(4))
            try file.expect(names.contains(row.prompt), "a prompt of run.json")
            try file.expect(row.epoch >= prompts.last?.epoch ?? 0, "an epoch no earlier than the line before")
            // A run hands over its epochs before what is remembered after them.
            try file.expect(row.epoch < epochCount, "an epoch of epochs.csv")
            if row.epoch != prompts.last?.epoch { seen.removeAll(keepingCapacity: true) }
            try file.expect(seen.insert(row.prompt).inserted, "a prompt that epoch \(row.epoch) does not have yet")
            prompts.append(row)
        }
        return prompts
    }
}

/// The rewards of an epoch.
public struct RecordedEpoch: Hashable, Sendable {
    /// Which epoch it was, counted from 0.
    public let epoch: Int
    /// The mean of the batch's rewards.
    public let mean: Double
    /// Their population standard deviation.
    public let deviation: Double

    /// An epoch with the mean and the population standard deviation of its rewards.
    public init(epoch: Int, mean: Double, deviation: Double) {
        (self.epoch, self.mean, self.deviation) = (epoch, mean, deviation)
    }
}

/// What was remembered of a prompt after an epoch.
public struct RecordedPrompt: Hashable, Sendable {
    /// Which epoch it was, counted from 0.
    public let epoch: Int
    /// The prompt's name.
    public let prompt: String
    /// How many rewards were remembered.
    public let count: Int
    /// Their mean.
    public let mean: Double
    /// Their population standard deviation.
    public let deviation: Double
}
