import DeterministicMath
import PolicyGradient

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

    /// Starts the logs in `folder`, which is made if need be; those of an earlier run there are replaced.
    init(folder: String, record: RunRecord) throws {
        try makeFolder(folder)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try OutputFile(path: "\(folder)/run.json").write(encoder.encode(record) + [UInt8(ascii: "\n")])
        epochsFile = try OutputFile(path: "\(folder)/epochs.csv")
        promptsFile = try OutputFile(path: "\(folder)/prompts.csv")
        names = record.prompts.map { Array($0.name.utf8) }
        try flush()
    }

    /// Takes in an epoch: the rewards of its batch, and what is remembered of each prompt after it.
    func append(epoch: Int, rewards: Moments, prompts statistics: [Moments?]) throws(FileError) {
        epochs.append(epoch, rewards.mean, rewards.standardDeviation)
        for (name, moments) in zip(names, statistics) {
            guard let moments else { continue }
            prompts.append(epoch, name, moments.count, moments.mean, moments.standardDeviation)
        }
        if prompts.bytes.count + epochs.bytes.count > 1 << 16 { try flush() }
    }

    /// Hands the lines so far to the system.
    func flush() throws(FileError) {
        try epochsFile.write(lines: epochs.bytes)
        try promptsFile.write(lines: prompts.bytes)
        epochs.bytes.removeAll(keepingCapacity: true)
        prompts.bytes.removeAll(keepingCapacity: true)
    }
}

/// Lines of comma-separated values that are not yet written. Numbers have every digit that it takes to read the same bits
/// again.
private struct LineBuffer {
    var bytes: [UInt8]

    init(header: String) {
        bytes = Array((header + "\n").utf8)
    }

    mutating func append(_ epoch: Int, _ mean: Double, _ deviation: Double) {
        bytes += "\(epoch),".utf8
        append(mean, deviation)
    }

    mutating func append(_ epoch: Int, _ name: [UInt8], _ count: Int, _ mean: Double, _ deviation: Double) {
        bytes += epoch.description.utf8
        bytes.append(UInt8(ascii: ","))
        bytes += name
        bytes.append(UInt8(ascii: ","))
        bytes += count.description.utf8
        bytes.append(UInt8(ascii: ","))
        append(mean, deviation)
    }

    private mutating func append(_ mean: Double, _ deviation: Double) {
        bytes += mean.description.utf8
        bytes.append(UInt8(ascii: ","))
        bytes += deviation.description.utf8
        bytes.append(UInt8(ascii: "\n"))
    }
}
