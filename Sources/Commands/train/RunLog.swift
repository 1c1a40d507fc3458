import DeterministicMath
import OneNumber

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The logs of a run, written as it goes: `run.json` before the first epoch; `epochs.csv` (epoch, mean, std of the batch's
/// rewards) and `prompts.csv` (epoch, prompt, count, mean, std of what is remembered of each prompt).
///
/// Only whole lines are handed to the system, so a run that is killed leaves logs that can be read.
final class RunLog {
    static let epochsHeader = "epoch,mean,std"
    static let promptsHeader = "epoch,prompt,count,mean,std"

    private let epochsFile: OutputFile
    private let promptsFile: OutputFile
    private var epochs = LineBuffer(header: epochsHeader)
    private var prompts = LineBuffer(header: promptsHeader)
    private let names: [[UInt8]]
    private let longestName: Int

    /// Starts the logs in `folder`, which is made if need be; those of an earlier run there are replaced.
    init(folder: String, record: RunRecord) throws {
        try makeFolder(folder)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try OutputFile(path: "\(folder)/run.json").write(encoder.encode(record) + [UInt8(ascii: "\n")])
        epochsFile = try OutputFile(path: "\(folder)/epochs.csv")
        promptsFile = try OutputFile(path: "\(folder)/prompts.csv")
        names = record.prompts.map { Array($0.name.utf8) }
        longestName = names.map(\.count).max() ?? 0
        try flush()
    }

    /// Takes in an epoch: the rewards of its batch, and what is remembered of each prompt after it.
    func append(epoch: Int, rewards: Moments, prompts statistics: [Moments?]) throws(FileError) {
        epochs.append(atMost: 4 * DecimalText.maximumLength) { line in
            line.put(epoch)
            line.endField()
            line.put(rewards.mean)
            line.endField()
            line.put(rewards.standardDeviation)
            line.endLine()
        }
        prompts.append(atMost: statistics.count * (longestName + 5 * DecimalText.maximumLength)) { line in
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
    func flush() throws(FileError) {
        try epochsFile.write(lines: epochs.bytes)
        try promptsFile.write(lines: prompts.bytes)
        epochs.removeAll()
        prompts.removeAll()
    }
}
