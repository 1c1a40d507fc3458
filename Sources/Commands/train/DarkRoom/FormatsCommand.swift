import ArgumentParser
import DarkRoom
import Records
import Trajectories

/// `train darkroom formats`: histories as rows or as text, and how well a model tells what comes next.
struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats",
        abstract: "Trains a model on histories in one or more formats, and prints what a transition costs it in bits.",
        discussion: """
            The histories are those of `train darkroom histories`. Measured are lessons of goals that the model has read nothing of. \
            Steps and batch size are those of the book, where every format has about the same time, unless they are given.
            """)

    @Argument(help: "Files of histories.") var histories: [String]
    @Option(help: "A format; more than one may be given, and without it all are tried.")
    var format: [TrajectoryFormat] = TrajectoryFormat.allCases
    @Option(help: "How many episodes a lesson has.") var slots = 4
    @Option(help: "How many episodes lie between the slots.") var stride = 16
    @Option(help: "How many goals no lesson has.") var heldOut = 20
    @Option(help: "How many lessons there are to learn from.") var lessons = 20_000
    @Option(help: "How many lessons of the other goals a model is measured on.") var tests = 256
    @Option(help: "How many steps there are.") var steps: Int?
    @Option(help: "How many lessons a step learns from.") var batchSize: Int?
    @Option(help: "The seed of the goals that are held out, of the model and of the lessons.") var seed: UInt64 = 1
    @OptionGroup var threads: ThreadOptions
    @Flag(help: "Print a line of JSON for each format, with all that was measured.") var json = false

    /// What a line of JSON says.
    private struct Line: Encodable {
        let plan: FormatPlan
        let outcome: FormatOutcome
    }

    func validate() throws { try refusable { for format in format { try plan(format).validate() } } }

    func run() throws {
        let read = try refusable { try Histories(ofBooksRoomIn: histories) }
        let threads = threads.count
        if !json { print("Bits per transition: format, state, action, reward, log-probability, all, rewards right") }
        for format in format {
            let plan = plan(format)
            let outcome = try refusable { try waiting { try await plan.outcome(of: read, threads: threads) } }
            if json {
                printAtOnce(try Line(plan: plan, outcome: outcome).jsonLine() + "\n")
            } else {
                let numbers = outcome.score.bits + [outcome.score.total, outcome.score.rewardAccuracy]
                printAtOnce("\(format.rawValue) \(numbers.map { "\($0)" }.joined(separator: " "))\n")
            }
        }
    }

    /// What the flags ask for.
    private func plan(_ format: TrajectoryFormat) -> FormatPlan {
        var plan = FormatPlan(format)
        (plan.slots, plan.stride, plan.heldOut, plan.seed) = (slots, stride, heldOut, seed)
        (plan.lessons, plan.tests) = (lessons, tests)
        plan.settings.steps = steps ?? plan.settings.steps
        plan.settings.batch = batchSize ?? plan.settings.batch
        return plan
    }
}
