public import DeterministicMath

/// The logs of a run, written as it goes: `run.json` before the first epoch; `epochs.csv` (epoch, mean, std of the batch's
/// rewards) and `prompts.csv` (epoch, prompt, count, mean, std of what is remembered of each prompt).
///
/// Only whole lines are handed to the system, so a run that is killed leaves logs that can be read.
public final class RunLog {
    static let epochsHeader = "epoch,mean,std"
    static let promptsHeader = "epoch,prompt,count,mean,std"

    private let epochsFile: OutputFile
    private let promptsFile: OutputFile
    private var epochs = CSVLines(header: epochsHeader)
    private var prompts = CSVLines(header: promptsHeader)
    private let names: [[UInt8]]
    private let longestName: Int

    /// Starts the logs in `folder`, which is made if need be; those of an earlier run there are replaced. Throws
    /// `RecordError`.
    public init(folder: String, record: some RunRecord) throws {
        let folder = try OutputFolder(folder)
        try folder.file("run.json").write(record.jsonLines())
        epochsFile = try folder.file("epochs.csv")
        promptsFile = try folder.file("prompts.csv")
        names = record.promptNames.map { Array($0.utf8) }
        longestName = names.map(\.count).max() ?? 0
        try flush()
    }

    /// Takes in an epoch: the rewards of its batch, and what is remembered of each prompt after it.
    public func append(epoch: Int, rewards: Moments, prompts statistics: [Moments?]) throws(RecordError) {
        epochs.append(atMost: 4 * CSVLines.longestNumber) { line in
            line.put(epoch)
            line.endField()
            line.put(rewards.mean)
            line.endField()
            line.put(rewards.standardDeviation)
            line.endLine()
        }
        prompts.append(atMost: statistics.count * (longestName + 5 * CSVLines.longestNumber)) { line in
            for (name, moments) in zip(names, statistics) {
                guard let moments else { continue }
                line.put(epoch)
                line.endField()
                line.put(name)
                line.endField()
                line.put(moments.count)
                line.endField()
                line.put(moments.mean)
                line.endField()
                line.put(moments.standardDeviation)
                line.endLine()
            }
        }
        if prompts.bytes.count + epochs.bytes.count > 1 << 16 { try flush() }
    }

    /// Hands the lines so far to the system.
    public func flush() throws(RecordError) {
        try epochsFile.write(lines: epochs.bytes)
        try promptsFile.write(lines: prompts.bytes)
        epochs.removeAll()
        prompts.removeAll()
    }
}
