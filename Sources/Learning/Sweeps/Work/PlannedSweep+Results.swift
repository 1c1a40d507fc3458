import DeterministicMath
import Records

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension PlannedSweep {
    /// Writes `merged.csv`: the settings and results of every seed, in the order of the plan. The same bytes wherever the blocks were
    /// computed, and in whichever order.
    ///
    /// What another machine wrote may be seen late over a network: the merge knows the names from the plan, and asks for them again until
    /// `patience` is over. Throws ``SweepError/missing(blocks:of:)`` if blocks are still missing then, and writes nothing.
    ///
    /// - Returns: the path of the table.
    public func merge(patience: Duration = .seconds(90)) async throws -> String {
        let deadline = ContinuousClock.now + patience
        var missing = try missing()
        while !missing.isEmpty, ContinuousClock.now < deadline {
            try await Task.sleep(for: .seconds(1))
            missing = try missing.filter { try store.lines(of: $0) == nil }
        }
        guard missing.isEmpty else { throw SweepError.missing(blocks: missing.map(\.name), of: blocks.count) }
        var table = columns.joined(separator: ",") + "\n"
        for block in blocks {
            let settings = block.settings.map { $0.value + "," }.joined()
            for line in try store.lines(of: block) ?? [] { table += "\(settings)\(line)\n" }
        }
        let path = "\(folder)/merged.csv"
        try Data(table.utf8).write(to: URL(filePath: path), options: .atomic)
        return path
    }

    /// Computes some of the blocks that are there again, chosen by a seed, and compares.
    ///
    /// - Returns: the blocks that were compared. Throws ``SweepError/disagreement(block:file:line:)`` for the first that differs.
    public func check(sample: Int, seed: UInt64, report: (SweepBlock) -> Void = { _ in }) async throws
        -> [SweepBlock]
    {
        var rest = try blocks.filter { try store.lines(of: $0) != nil }
        var generator = Xoshiro256StarStar(seed: seed)
        var chosen: [SweepBlock] = []
        while chosen.count < sample, !rest.isEmpty {
            chosen.append(rest.remove(at: Int(generator.next() % UInt64(rest.count))))
        }
        for block in chosen {
            report(block)
            let again = "\(folder)/checks/\(block.key)"
            // What an earlier check left would be gone on with, not computed.
            if FileManager.default.fileExists(atPath: again) { try FileManager.default.removeItem(atPath: again) }
            // Keeping compares with what is there.
            try store.keep(try await computed(block, folder: again), of: block)
        }
        return chosen
    }
}
