import ArgumentParser
import Records
import Sweeps

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

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
            EvaluateCommand.self, SampleCommand.self, ChatCommand.self, MergeCommand.self, TokensCommand.self,
            LogitsCommand.self, ProblemsCommand.self, RolloutsCommand.self, DarkRoomCommand.self, SweepCommand.self,
            WorkCommand.self,
        ],
        defaultSubcommand: RunCommand.self)

    /// Runs the command that was asked for; what it throws is said here and nowhere else.
    static func main() {
        unblockSignals()
        do {
            var command = try asked(CommandLine.arguments.dropFirst())
            try command.run()
        } catch  where exitCode(for: error) != .failure || error is ExitCode {
            exit(withError: error)
        } catch {
            // An error of a record begins with its place, as compilers write it.
            printError(error is RecordError || error is SweepError ? "\(error)" : "error: \(error)")
            exit(withError: ExitCode.failure)
        }
    }

    /// Who started this process may have left SIGUSR1 blocked, which asks for checkpoints.
    private static func unblockSignals() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGUSR1)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// The command with its flags. A run is what is mostly asked for, and parsing all commands for it would take a third of the start;
    /// what is wrong with its flags, or asked about them, is said by the parser of all.
    private static func asked(_ arguments: ArraySlice<String>) throws -> any ParsableCommand {
        let isRun = arguments.first?.hasPrefix("-") ?? true
        if isRun, let run = try? RunCommand.parseAsRoot(Array(arguments)) as? RunCommand { return run }
        return try parseAsRoot(Array(arguments))
    }
}
