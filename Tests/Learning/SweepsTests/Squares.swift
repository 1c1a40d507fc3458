import Foundation

@testable import Sweeps

/// A command whose results are known: the squares of the seeds, times a factor.
struct Squares: Sweepable {
    static let sources: [String] = []
    static let columns = ["seed", "square"]
    var factor: UInt64

    /// Understands `squares --factor N`.
    static func parse(_ words: [String]) throws -> any Sweepable {
        guard words.count == 3, words[1] == "--factor", let factor = UInt64(words[2]) else {
            throw CocoaError(.formatting)
        }
        return Squares(factor: factor)
    }

    func rows(for seeds: ClosedRange<UInt64>, folder: String) -> [String] { seeds.map { "\($0),\(factor * $0 * $0)" } }

    static func sweep(in folder: String, factors: String = "[1, 3]", seeds: String = "1-5") throws -> PlannedSweep {
        let text = "command: squares\nsettings:\n  factor: \(factors)\nseeds: \(seeds)\nblock: 2\n"
        return try PlannedSweep(
            SweepPlan(parsing: text, path: "plan.yml"), folder: folder, program: CommandLine.arguments[0],
            commands: ["squares"], parse: parse, reason: { _ in "no factor" })
    }
}
