import ArgumentParser

@main
struct Train: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Trains one number per prompt by policy gradient, replays recorded runs, draws logs.",
        discussion:
            "Without a subcommand it trains: `train --num-epochs 1000 --advantage ema`. `train run --help` lists the flags.",
        subcommands: [RunCommand.self, ReplayCommand.self, PlotCommand.self, WordsCommand.self],
        defaultSubcommand: RunCommand.self)
}
