public import ArgumentParser
import Checkpoints
public import DarkRoom
import Records

/// `train darkroom distill`: a model learns to act as histories do.
struct DistillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distill",
        abstract: "Distils histories into a model that gets better in its context, its weights at rest.",
        discussion: """
            The folder gets args.json, log.csv, events.out.tfevents.distill and checkpoints. A run that was killed goes on from \
            its last checkpoint with --resume, and writes the same bytes as one that was not.
            """)

    @Argument(help: "Files of histories; none with --teacher optimist and noise.")
    var histories: [String] = []

    @Option(help: "Whose lives are imitated.")
    var teacher = DistillationPlan.Teacher.histories

    @Option(help: "Which episodes of a history a lesson shows.")
    var rule = DistillationPlan.Rule.stride

    @Option(help: "How many episodes a lesson has.")
    var slots = 8

    @Option(help: "How many episodes lie between the slots, for the rules stride and gated-stride.")
    var stride = 20

    @Option(help: "From how many of the last episodes is chosen, for the rules last and gated-jump.")
    var last = 30

    @Flag(help: "Teach the best action instead of the one that was taken.")
    var optimalLabels = false

    @Option(help: "How many goals no lesson has.")
    var heldOut = 20

    @Option(help: "The seed of the goals that are held out, of the model and of the lessons.")
    var seed: UInt64 = 1

    @Option(help: "How many steps there are.")
    var steps = 900

    @Option(help: "How many lessons a step learns from; a multiple of 8.")
    var batchSize = 32

    @Option(help: "The largest step size.")
    var learningRate: Float = 0.003

    @Option(help: "The share of a label's probability that is spread over all actions.")
    var labelSmoothing: Float = 0

    @Option(help: "The model's features; a multiple of 16.")
    var features = 64

    @Option(help: "The model's layers.")
    var layers = 1

    @Option(help: "One token for each step, or the original's three.")
    var packing = TokenFormat.Packing.step

    @Flag(help: "The original's mistake: tell the model the reward that its next action will earn.")
    var leakReward = false

    @Option(help: "How many steps lie between checkpoints; there is also one at SIGUSR1, and every ten minutes.")
    var saveEvery = 100

    @Option(help: "How many threads compute; the bytes do not depend on it.")
    var threads: Int?

    @Option(help: "The folder of the run.")
    var outputDir = "darkroom-distill"

    @Flag(help: "Go on from the last checkpoint in the folder.")
    var resume = false

    @Flag(help: "Print no line for each hundred steps.")
    var quiet = false

    func validate() throws {
        let numbers = [
            ("slots", slots), ("stride", stride), ("last", last), ("steps", steps), ("layers", layers),
            ("save-every", saveEvery), ("threads", threads ?? 1),
        ]
        for (flag, value) in numbers where value < 1 {
            throw ValidationError("--\(flag) is \(value); it must be at least 1")
        }
        guard batchSize > 0, batchSize % 8 == 0 else {
            throw ValidationError("--batch-size is \(batchSize); it must be a multiple of 8")
        }
        guard features > 0, features % 16 == 0 else {
            throw ValidationError("--features is \(features); it must be a multiple of 16")
        }
        guard learningRate > 0 else {
            throw ValidationError("--learning-rate is \(learningRate); it must be above 0")
        }
        guard (0..<1).contains(labelSmoothing) else {
            throw ValidationError("--label-smoothing is \(labelSmoothing); it must be at least 0 and below 1")
        }
        guard (0..<80).contains(heldOut) else {
            throw ValidationError("--held-out is \(heldOut); it must be from 0 to 79")
        }
        guard teacher != .histories || !histories.isEmpty else {
            throw ValidationError("no file of histories; `train darkroom histories` writes one")
        }
    }

    func run() throws {
        let plan = DistillationPlan(
            histories: histories, teacher: teacher, rule: rule, slots: slots, stride: stride, last: last,
            optimalLabels: optimalLabels, heldOut: heldOut, seed: seed,
            sizes: HistoryModel.Sizes(features: features, layers: layers), format: format, settings: settings)
        let folder = DistillationFolder(outputDir)
        var training = try plan.training()
        if resume {
            let step = try folder.resume(&training, plan: plan)
            print("Going on with step \(step + 1)")
        } else {
            try folder.begin(plan)
        }
        let requests = CheckpointRequests(every: .seconds(600))
        while training.losses.count < plan.settings.steps {
            let (before, threads) = (training, threads ?? .max)
            training = try waiting {
                var training = before
                await training.step(threads: threads)
                return training
            }
            try folder.append(training)
            let step = training.losses.count
            let isDue = step % saveEvery == 0 || step == plan.settings.steps
            if requests.take() || isDue { try folder.save(training) }
            if !quiet, step % 100 == 0 { print("Step \(step): loss \(training.losses[step - 1])") }
        }
        print("Written to \(outputDir)/")
    }

    private var settings: DistillationSettings {
        var settings = DistillationSettings()
        settings.steps = steps
        settings.batch = batchSize
        settings.rate = learningRate
        settings.labelSmoothing = labelSmoothing
        return settings
    }

    private var format: TokenFormat {
        var format = TokenFormat()
        format.packing = packing
        format.leaksReward = leakReward
        return format
    }
}

extension TokenFormat.Packing: ExpressibleByArgument {}
