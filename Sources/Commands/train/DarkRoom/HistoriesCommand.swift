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

    @OptionGroup var source: SourceOptions
    @Option(help: "Who learns: an agent from nothing, or copies of one that has learnt to explore.")
    var kind = HistoryPlan.Learner.learner
    @Option(help: "How many copies of the explorer there are for each goal.") var copies = 20
    @Option(help: "The file that the histories are written to.") var output = "histories"

    func validate() throws {
        try require(copies >= 1, "--copies", copies, "at least 1")
        guard kind == .learner || !source.endsAtGoal else {
            throw ValidationError(
                "--ends-at-goal needs --kind learner: an explorer's episodes all have the same length")
        }
    }

    func run() throws {
        let plan = HistoryPlan(
            of: kind, in: source.room, seed: source.seed, settings: source.settings, copies: copies)
        let path = output
        let file = try waiting { try await plan.write(to: path) }
        print("\(file.stepCount) steps of \(file.goals.count) agents written to \(path)")
    }
}
