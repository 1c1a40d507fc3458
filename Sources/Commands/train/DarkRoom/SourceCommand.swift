import ArgumentParser
import DarkRoom
import EventFiles
import Records

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

    @Option(help: "The goal's row, from 0 at the top.")
    var row = 1

    @Option(help: "The goal's column, from 0 at the left.")
    var column = 6

    @Option(help: "The folder for logs, history and film.")
    var logdir = "darkroom-a2c"

    func validate() throws {
        try source.validate()
        _ = try Goal(row: row, column: column, in: source.room)
    }

    func run() throws {
        let room = source.room
        let goal = try Goal(row: row, column: column, in: room)
        let folder = try OutputFolder(logdir)
        try folder.file("args.json").write(
            Arguments(goal: [row, column], seed: source.seed, room: source.roomName).jsonLines())
        var agent = A2C(in: room, goal: goal, seed: source.seed, settings: source.settings, records: true)
        var log = SourceLog()
        while agent.updates < agent.settings.updates { log.append(agent.update(), of: agent) }
        try folder.file("updates.csv").write(log.updates)
        try folder.file("episodes.csv").write(log.episodes)
        try folder.file("events.out.tfevents.a2c").write(log.events)
        _ = try folder.file("history")
        var writer = try HistoryWriter(to: "\(logdir)/history", room: room, goals: [goal])
        let steps = agent.takeHistory()
        try writer.append(steps, agent: 0)
        try writer.finish()
        let stream = Histories(in: room, goals: [goal], steps: [[steps[0]]]).streams[0]
        let shown = [0, stream.episodeCount - 1]
        let film = Film(
            of: shown.map { Array(stream[$0]) }, in: room, goal: goal, titles: shown.map { "episode \($0 + 1)" })
        try folder.file("film.svg").write(film.svg)
        let expected = agent.policy.expectedReturn(for: goal)
        print("Expected return: \(expected) of at most \(room.optimalReturn(for: goal))")
        print("Written to \(logdir)/")
    }

    private struct Arguments: Encodable {
        let goal: [Int]
        let seed: UInt64
        let room: String
    }
}

/// What the agents of a dark room learn with.
struct SourceOptions: ParsableArguments {
    @Option(help: "The seed of weights and chance.")
    var seed: UInt64 = 1

    @Option(help: "How many updates there are, of 10 steps in each of 10 rooms.")
    var updates = 600

    @Option(help: "The step size of Adam.")
    var learningRate: Float = 0.003

    @Option(help: "How much the entropy of the policy counts.")
    var entropyWeight: Float = 0.03

    @Flag(help: "An episode ends at the goal.")
    var endsAtGoal = false

    func validate() throws {
        guard updates > 0 else { throw ValidationError("--updates is \(updates); it must be at least 1") }
        guard learningRate > 0 else {
            throw ValidationError("--learning-rate is \(learningRate); it must be above 0")
        }
    }

    var room: Room { Room(endsAtGoal: endsAtGoal) }
    var roomName: String { endsAtGoal ? "ends at the goal" : "goes on at the goal" }

    var settings: A2CSettings {
        var settings = A2CSettings.recipe
        settings.updates = updates
        settings.rate = learningRate
        settings.entropyWeight = entropyWeight
        return settings
    }
}

/// The lines and events of an agent's training.
private struct SourceLog {
    var updates = "update,policy_loss,value_loss,entropy,explained_variance,gradient_norm\n"
    var episodes = "episode,update,room,return,length,mean_return_of_last_10\n"
    var events = EventRecord.version.bytes
    private var logged = 0

    mutating func append(_ update: A2CUpdate, of agent: A2C) {
        let number = agent.updates - 1
        updates += "\(number),\(update.policyLoss),\(update.valueLoss),\(update.entropy),"
        updates += "\(update.explainedVariance),\(update.gradientNorm)\n"
        let scalars: [(tag: String, value: Float)] = [
            ("update/policy_loss", update.policyLoss), ("update/value_loss", update.valueLoss),
            ("update/entropy", update.entropy), ("update/explained_variance", update.explainedVariance),
            ("update/gradient_norm", update.gradientNorm),
        ]
        events += EventRecord(scalars: scalars.map { ($0.tag, Double($0.value)) }, step: number).bytes
        for episode in agent.episodes[logged...] {
            let lastTen = agent.episodes[max(0, logged - 9)...logged]
            let mean = Double(lastTen.reduce(0) { $0 + $1.earned }) / Double(lastTen.count)
            episodes += "\(logged),\(episode.update),\(episode.room),\(episode.earned),\(episode.length),\(mean)\n"
            events +=
                EventRecord(
                    scalars: [("episode/mean_return_of_last_10", mean), ("episode/length", Double(episode.length))],
                    step: logged
                ).bytes
            logged += 1
        }
    }
}
