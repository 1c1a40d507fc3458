import DeterministicMath
import Records

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The folder in which a training logs its rollouts: a file `N_rollouts.jsonl` for each epoch N, with a line for each rollout.
///
/// Epochs are read one by one, so that the log may be larger than memory, and come in the order of their numbers: by their names
/// the eleventh would follow the second.
public struct RolloutLog: Sendable {
    /// Where it is.
    public let path: String

    /// Names a folder; it is made when something is written.
    public init(_ path: String) { self.path = path }

    /// How the files' names end.
    public static let suffix = "_rollouts.jsonl"

    /// Writes the rollouts of an epoch, in place of those that are there.
    public func write(_ rollouts: [LoggedRollout], epoch: Int) throws {
        let lines = try rollouts.map { try $0.jsonLine() + "\n" }
        try OutputFolder(path).file("\(epoch)\(Self.suffix)").write(lines.joined())
    }

    /// The epochs of which there is a file, in ascending order.
    public func epochs() -> [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(Self.suffix) }.compactMap { Int($0.dropLast(Self.suffix.count)) }.sorted()
    }

    /// The rollouts of an epoch. Throws `RecordError`, also if the last line was cut off.
    public func rollouts(ofEpoch epoch: Int) throws -> [LoggedRollout] {
        let file = "\(path)/\(epoch)\(Self.suffix)"
        let lines = try [UInt8](contentsOfFile: file)
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.last?.isEmpty == true else {
            throw RecordError.malformed(path: file, place: TextPlace(line: lines.count), flaw: .cutOff)
        }
        return try lines.dropLast().map { try LoggedRollout(parsingJSON: Array($0), path: file) }
    }
}
