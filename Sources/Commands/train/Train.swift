import ArgumentParser
import Checkpoints
import Figures
import Language
import OneNumber
import Records

@main
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Trains by rewards: one number per prompt, an agent of six words, a language model; draws logs.",
        discussion: """
            Without a subcommand it trains one number per prompt: `train --num-epochs 1000 --advantage ema`. `train run --help` \
            lists the flags.
            """,
        subcommands: [
            RunCommand.self, ReplayCommand.self, PlotCommand.self, WordsCommand.self, GRPOCommand.self, SFTCommand.self,
            EvaluateCommand.self, SampleCommand.self,
        ],
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
        } catch let error as LanguageError {
            fail("error: \(error)")
        } catch let error as DatasetError {
            fail("error: \(error)")
        } catch let error as VocabularyError {
            fail("error: \(error)")
        } catch let error as SafetensorsError {
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
