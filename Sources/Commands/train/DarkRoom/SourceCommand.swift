import ArgumentParser
import DarkRoom

/// `train darkroom a2c`: one agent learns one goal.
struct SourceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "a2c",
        abstract: "Trains an agent to find one goal, with logs by episode and by update, its history and a film.",
        discussion: """
            The folder gets args.json, episodes.csv, updates.csv, events.out.tfevents.a2c (the same numbers for TensorBoard), \
            history (for `train darkroom distill` and `film`) and film.svg.
            """)

    @OptionGroup var source: SourceOptions
    @Option(help: "The goal's row, from 0 at the top.") var row = 1
    @Option(help: "The goal's column, from 0 at the left.") var column = 6
    @Option(help: "The folder for logs, history and film.") var logdir = "darkroom-a2c"

    /// The goal in that row and column.
    func goal() throws -> Goal { try refusable { try Goal(row: row, column: column, in: source.room) } }

    func validate() throws { _ = try goal() }

    func run() throws {
        let (room, goal) = (source.room, try goal())
        let policy = try SourceFolder(logdir).train(for: goal, in: room, seed: source.seed, settings: source.settings)
        print("Expected return: \(policy.expectedReturn(for: goal)) of at most \(room.optimalReturn(for: goal))")
        print("Written to \(logdir)/")
    }
}

/// What the agents of a dark room learn with.
struct SourceOptions: ParsableArguments {
    @Option(help: "The seed of weights and chance.") var seed: UInt64 = 1
    @Option(help: "How many updates there are, of 10 steps in each of 10 rooms.") var updates = 600
    @Option(help: "The step size of Adam.") var learningRate: Float = 0.003
    @Option(help: "How much the entropy of the policy counts.") var entropyWeight: Float = 0.03
    @Flag(help: "An episode ends at the goal.") var endsAtGoal = false

    func validate() throws {
        try require(updates >= 1, "--updates", updates, "at least 1")
        try require(learningRate > 0, "--learning-rate", learningRate, "above 0")
    }

    var room: Room { Room(endsAtGoal: endsAtGoal) }

    var settings: A2CSettings {
        var settings = A2CSettings.recipe
        (settings.updates, settings.rate, settings.entropyWeight) = (updates, learningRate, entropyWeight)
        return settings
    }
}
