import ArgumentParser
import DarkRoom

/// `train darkroom evaluate`: a distilled model meets goals.
struct InContextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Lets a distilled model meet the goals that no lesson had, and prints what each episode earns.")

    @Argument(help: "The folder of `train darkroom distill`.")
    var folder: String

    @Flag(help: "Meet the goals of the lessons instead.")
    var trainingGoals = false

    @Option(help: "How often each goal is met.")
    var repeats = 10

    @Option(help: "Divides the logits before an action is drawn; 0 takes the most probable one.")
    var temperature = 1.0

    @Flag(help: "Wipe the model's memory at the beginning of each episode.")
    var wipeMemory = false

    @Flag(help: "The original's mistake: each reward in the context is overwritten by the last one.")
    var overwriteRewards = false

    @Option(help: "The seed of the actions.")
    var seed: UInt64 = 1

    @Option(help: "How many threads compute; the result does not depend on it.")
    var threads: Int?

    func validate() throws {
        guard repeats > 0 else { throw ValidationError("--repeats is \(repeats); it must be at least 1") }
        guard temperature >= 0 else { throw ValidationError("--temperature is \(temperature); it must be at least 0") }
        guard !wipeMemory || !overwriteRewards else {
            throw ValidationError("--wipe-memory and --overwrite-rewards exclude each other")
        }
    }

    func run() throws {
        let (model, plan) = try DistillationFolder(folder).trainedModel()
        let goals = trainingGoals ? plan.split.training : plan.split.heldOut
        guard !goals.isEmpty else {
            throw ValidationError("no goal was held out; --training-goals meets those of the lessons")
        }
        let settings = EvaluationSettings(
            repeats: repeats, episodes: plan.slots, temperature: temperature,
            memory: wipeMemory ? .wipedEachEpisode : overwriteRewards ? .overwrittenRewards : .whole)
        let (seed, threads) = (seed, threads ?? .max)
        let summary = try waiting {
            InContextSummary(await model.evaluation(on: goals, seed: seed, settings: settings, threads: threads))
        }
        for (episode, earned) in summary.returns.enumerated() { print("Episode \(episode + 1): \(earned)") }
        print(
            "Total: \(summary.total) of at most \(Double(plan.slots) * model.room.optimalReturn(of: goals)), found \(summary.foundShare)"
        )
    }
}
