import ArgumentParser

/// `train darkroom`: agents that learn a goal, their diaries, and a model that learns to learn from them.
struct DarkRoomCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "darkroom",
        abstract:
            "Trains agents in a dark room, keeps their histories, and distils them into a model that learns by itself.",
        subcommands: [
            SourceCommand.self, HistoriesCommand.self, DistillCommand.self, InContextCommand.self, FilmCommand.self,
            FormatsCommand.self,
        ])
}
