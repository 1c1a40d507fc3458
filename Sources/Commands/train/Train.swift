import ArgumentParser
import Figures
import OneNumber
import Records

@main
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Trains one number per prompt by policy gradient, replays recorded runs, draws logs.",
        discussion:
            "Without a subcommand it trains: `train --num-epochs 1000 --advantage ema`. `train run --help` lists the flags.",
        subcommands: [RunCommand.self, ReplayCommand.self, PlotCommand.self, WordsCommand.self],
        defaultSubcommand: RunCommand.self)

    /// Runs the command that was asked for; what it throws is said here and nowhere else.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let error as RecordError {
            fail("\(error)")
        } catch let error as TrainingError {
            fail("error: \(error)")
        } catch let error as FigureError {
            fail("error: \(error)")
        } catch {
            exit(withError: error)
        }
    }

    private static func fail(_ message: String) -> Never {
        printError(message)
        exit(withError: ExitCode.failure)
    }
}
