import Foundation

@testable import Sweeps

/// A command whose results are known: the squares of the seeds, times a factor.
struct Squares: Sweepable {
    static let sources: [String] = []
    static let fileFlags = ["file"]
    static let columns = ["seed", "square"]
    var factor: UInt64

    /// Understands `--factor N`, and `--file PATH` of a file that has the factor.
    static func parse(_ flags: [String]?) throws -> Squares {
        guard let flags, flags.count == 2 else { throw CocoaError(.formatting) }
        // That a file is not there is said by the sweep.
        let text = flags[0] == "--file" ? (try? String(contentsOfFile: flags[1], encoding: .utf8)) ?? "1" : flags[1]
        guard ["--factor", "--file"].contains(flags[0]), let factor = UInt64(text) else {
            throw CocoaError(.formatting)
        }
        return Squares(factor: factor)
    }

    static func message(for error: any Error) -> String { "no factor" }

    func rows(for seeds: ClosedRange<UInt64>, folder: String) -> [String] { seeds.map { "\($0),\(factor * $0 * $0)" } }

    static func sweep(
        in folder: String, factors: String = "[1, 3]", flag: String = "factor", seeds: String = "1-5"
    ) throws -> PlannedSweep {
        let text = "command: squares\nsettings:\n  \(flag): \(factors)\nseeds: \(seeds)\nblock: 2\n"
        return try PlannedSweep(
            SweepPlan(parsing: text, path: "plan.yml"), folder: folder, program: CommandLine.arguments[0],
            commands: ["squares": Squares.self])
    }
}
