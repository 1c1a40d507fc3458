import ArgumentParser

@main
struct Train: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Trains one number per prompt by policy gradient, replays recorded runs, draws logs.",
        subcommands: [RunCommand.self, ReplayCommand.self, PlotCommand.self],
        defaultSubcommand: RunCommand.self)
}
