import ArgumentParser

/// `train replay`: proves our arithmetic against a recorded run.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Repeats a recorded run with its draws and prints the largest deviations.",
        discussion: """
            Relative deviations are relative to the recorded number, or to 0.001 where that is larger. The exit status is 1 \
            if one is above 1e-9.
            """)

    @Argument(help: "The recorded run, a JSON file.")
    var trace: String

    func run() throws {
        do {
            let recorded = try Trace.parsing(contents(of: trace))
            let replay = try Replay(of: recorded)
            print("\(recorded.trace.count) epochs of \(recorded.batchSize) samples, mode \(recorded.mode.rawValue)")
            for (name, deviation) in replay.all {
                print(
                    "\(name): \(deviation.count) numbers, absolute \(deviation.absolute), relative \(deviation.relative)"
                )
            }
            guard replay.agrees else {
                printError("\(trace): error: the deviation is above \(Deviation.tolerance) relative")
                throw ExitCode.failure
            }
        } catch let error as TraceError {
            printError("\(trace): error: \(error)")
            throw ExitCode.failure
        } catch let error as FileError {
            printError("\(error)")
            throw ExitCode.failure
        }
    }
}
