import ArgumentParser
import OneNumber
import Records

/// `train replay`: proves our arithmetic against a recorded run.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Repeats a recorded run with its draws and prints the largest deviations.",
        discussion: """
            Each number is computed from the recorded ones before it. Relative deviations are relative to the size of what a \
            number is computed from: a reward of -0.001 that is the difference of two numbers near 200 has their rounding \
            errors. The exit status is 1 if one is above \(Deviation.tolerance).
            """)

    @Argument(help: "The recorded run, a JSON file, which may be compressed with gzip.") var trace: String

    func run() throws {
        let recorded = try Trace(reading: trace)
        let replay = Replay(of: recorded)
        print("\(recorded.trace.count) epochs of \(recorded.batchSize) samples, mode \(recorded.mode.rawValue)")
        for (name, deviation) in replay.all { print("\(name): \(deviation)") }
        guard replay.agrees else {
            printError("\(trace): error: the deviation is above \(Deviation.tolerance) relative")
            throw ExitCode.failure
        }
    }
}
