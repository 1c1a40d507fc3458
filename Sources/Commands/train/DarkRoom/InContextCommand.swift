import ArgumentParser
import DarkRoom

/// `train darkroom evaluate`: a distilled model meets goals.
struct InContextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Lets a distilled model meet the goals that no lesson had, and prints what each episode earns.")

    @Argument(help: "The folder of `train darkroom distill`.") var folder: String
    @Flag(help: "Meet the goals of the lessons instead.") var trainingGoals = false
    @Option(help: "How often each goal is met.") var repeats = 10
    @Option(help: "Divides the logits before an action is drawn; 0 takes the most probable one.") var temperature = 1.0
    @Flag(help: "Wipe the model's memory at the beginning of each episode.") var wipeMemory = false
    @Flag(help: "The original's mistake: each reward in the context is overwritten by the last one.")
    var overwriteRewards = false
    @Option(help: "The seed of the actions.") var seed: UInt64 = 1
    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        try require(repeats >= 1, "--repeats", repeats, "at least 1")
        try require(temperature >= 0, "--temperature", temperature, "at least 0")
        guard !wipeMemory || !overwriteRewards else {
            throw ValidationError("--wipe-memory and --overwrite-rewards exclude each other")
        }
    }

    func run() throws {
        let settings = EvaluationSettings(
            repeats: repeats, temperature: temperature,
            memory: wipeMemory ? .wipedEachEpisode : overwriteRewards ? .overwrittenRewards : .whole)
        let command = self
        let (summary, optimum) = try refusable {
            try waiting {
                try await DistillationFolder(command.folder).evaluation(
                    onTrainingGoals: command.trainingGoals, seed: command.seed, settings: settings,
                    threads: command.threads.count)
            }
        }
        for (episode, earned) in summary.returns.enumerated() { print("Episode \(episode + 1): \(earned)") }
        print("Total: \(summary.total) of at most \(optimum), found \(summary.foundShare)")
    }
}
