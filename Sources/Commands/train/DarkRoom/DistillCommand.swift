import ArgumentParser
import Checkpoints
import DarkRoom

/// `train darkroom distill`: a model learns to act as histories do.
struct DistillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distill",
        abstract: "Distils histories into a model that gets better in its context, its weights at rest.",
        discussion: """
            The folder gets args.json, log.csv, events.out.tfevents.distill and checkpoints. A run that was killed goes on from \
            its last checkpoint with --resume, and writes the same bytes as one that was not.
            """)

    @Argument(help: "Files of histories; none with --teacher optimist and noise.") var histories: [String] = []
    @Option(help: "Whose lives are imitated.") var teacher = DistillationPlan.Teacher.histories
    @Option(help: "Which episodes of a history a lesson shows.") var rule = DistillationPlan.Rule.stride
    @Option(help: "How many episodes a lesson has.") var slots = 8
    @Option(help: "How many episodes lie between the slots, for the rules stride and gated-stride.") var stride = 20
    @Option(help: "From how many of the last episodes is chosen, for the rules last and gated-jump.") var last = 30
    @Flag(help: "Teach the best action instead of the one that was taken.") var optimalLabels = false
    @Option(help: "How many goals no lesson has.") var heldOut = 20
    @Option(help: "The seed of the goals that are held out, of the model and of the lessons.") var seed: UInt64 = 1
    @Option(help: "How many steps there are.") var steps = 900
    @Option(help: "How many lessons a step learns from; a multiple of 8.") var batchSize = 32
    @Option(help: "The largest step size.") var learningRate: Float = 0.003
    @Option(help: "The share of a label's probability that is spread over all actions.") var labelSmoothing: Float = 0
    @Option(help: "The model's features; a multiple of 16.") var features = 64
    @Option(help: "The model's layers.") var layers = 1
    @Option(help: "One token for each step, or the original's three.") var packing = TokenFormat.Packing.step
    @Flag(help: "The original's mistake: tell the model the reward that its next action will earn.")
    var leakReward = false
    @Option(help: "How many steps lie between checkpoints; there is also one at SIGUSR1, and every ten minutes.")
    var saveEvery = 100
    @OptionGroup var threads: ThreadOptions
    @Option(help: "The folder of the run.") var outputDir = "darkroom-distill"
    @Flag(help: "Go on from the last checkpoint in the folder.") var resume = false
    @Flag(help: "Print no line for each hundred steps.") var quiet = false

    func validate() throws {
        try require(saveEvery >= 1, "--save-every", saveEvery, "at least 1")
        try refusable { try plan.validate() }
        guard teacher != .histories || !histories.isEmpty else {
            throw ValidationError("no file of histories; `train darkroom histories` writes one")
        }
    }

    func run() throws {
        let (command, folder) = (self, DistillationFolder(outputDir))
        try refusable {
            try waiting {
                var training = try folder.training(of: command.plan, resuming: command.resume)
                if command.resume { print("Going on with step \(training.losses.count + 1)") }
                try await folder.train(
                    &training, saveInterval: command.saveEvery,
                    wantsCheckpoint: CheckpointRequests(every: .seconds(600)).take, threads: command.threads.count
                ) { training in
                    let step = training.losses.count
                    if !command.quiet, step % 100 == 0 { print("Step \(step): loss \(training.losses[step - 1])") }
                }
            }
        }
        print("Written to \(outputDir)/")
    }

    /// What the flags ask for.
    var plan: DistillationPlan {
        var plan = DistillationPlan()
        (plan.histories, plan.teacher, plan.rule, plan.slots) = (histories, teacher, rule, slots)
        (plan.stride, plan.last, plan.optimalLabels) = (stride, last, optimalLabels)
        (plan.heldOut, plan.seed, plan.sizes) = (heldOut, seed, HistoryModel.Sizes(features: features, layers: layers))
        (plan.format.packing, plan.format.leaksReward) = (packing, leakReward)
        (plan.settings.steps, plan.settings.batch, plan.settings.rate) = (steps, batchSize, learningRate)
        plan.settings.labelSmoothing = labelSmoothing
        return plan
    }
}
