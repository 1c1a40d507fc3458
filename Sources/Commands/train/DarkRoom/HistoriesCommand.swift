import ArgumentParser
import DarkRoom

/// `train darkroom histories`: agents for all goals, and everything that they did while they learnt.
struct HistoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "histories",
        abstract: "Trains an agent for each goal and writes their histories to a file.",
        discussion: """
            If the file is there already it is completed: a run that was killed and started again writes the same bytes as one \
            that was not.
            """)

    /// Who learns.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        /// A2C from nothing, in ten rooms at once.
        case learner
        /// Copies of an agent that has learnt to explore, each tuned to a goal.
        case explorer
    }

    @OptionGroup var source: SourceOptions

    @Option(help: "Who learns: an agent from nothing, or copies of one that has learnt to explore.")
    var kind = Kind.learner

    @Option(help: "How many copies of the explorer there are for each goal.")
    var copies = 20

    @Option(help: "The file that the histories are written to.")
    var output = "histories"

    func validate() throws {
        try source.validate()
        guard copies > 0 else { throw ValidationError("--copies is \(copies); it must be at least 1") }
        guard kind == .learner || !source.endsAtGoal else {
            throw ValidationError(
                "--ends-at-goal needs --kind learner: an explorer's episodes all have the same length")
        }
    }

    func run() throws {
        let room = source.room
        let goals = room.goals
        var writer = try HistoryWriter(to: output, room: room, goals: goals)
        let explorer = kind == .explorer ? trainedExplorer(in: room) : nil
        for (place, goal) in goals.enumerated() {
            let command = self
            let histories = try waiting {
                guard let explorer else {
                    return Histories(
                        learningIn: room, goal: goal, seed: command.source.seed, stream: UInt64(place),
                        settings: command.source.settings)
                }
                return await Histories(
                    tuning: explorer, to: [goal], copies: command.copies, seed: command.source.seed,
                    firstStream: UInt64(place * command.copies))
            }
            let missing = histories.streams.enumerated().map { number, stream in
                let written = writer.episodeCount(agent: place, room: number)
                return (min(written, stream.episodeCount)..<stream.episodeCount).flatMap { stream[$0] }
            }
            try writer.append(missing, agent: place)
        }
        try writer.finish()
        let file = try HistoryFile(output)
        print("\(file.stepCount) steps of \(goals.count) agents written to \(output)")
    }

    private func trainedExplorer(in room: Room) -> Explorer {
        var training = ExplorerTraining(in: room, seed: source.seed)
        while training.updates < training.settings.updates { training.update() }
        return training.explorer
    }
}
