import Advantages
import ArgumentParser
import OneNumber

/// The flags that decide how a run is trained; names and defaults are the original's where it has them.
struct TrainingOptions: ParsableArguments {
    @Option(help: "How many batches are drawn and learned from.") var numEpochs = 1000
    @Option(help: "How many prompts are drawn for each batch, with replacement.") var sampleBatchSize = 256
    @Option(
        help: ArgumentHelp(
            "Update once for every part of the batch of this size, in order.",
            discussion: """
                Without this flag there is one update with the whole batch. The original declares a train batch size of 16 \
                but never uses it, so that its runs are those without this flag. Parts much smaller than the batch push away \
                from samples that the policy has moved on from: 16 diverges, and the run ends with a warning. With \
                --step-size 0.3 it learns.
                """)) var trainBatchSize: Int?
    @Option(help: "How many rewards of each prompt are remembered, for the advantages window, median and shrinkage.")
    var statTrackingBufferSize = 32
    @Option(
        help: "How many rewards a prompt needs before its own statistics count, for window, median, ema and kalman.")
    var statTrackingMinCount = 16
    @Option(help: ArgumentHelp("How rewards become advantages.", discussion: explanation))
    var advantage = AdvantageMethod.window()
    @Option(help: "The factor by which a reward's weight falls with every newer one, for ema and persistent-mean.")
    var emaDecay = 0.9
    @Option(help: "What happens when several samples of a batch change the same parameter.")
    var duplicates = DuplicateRule.last
    @Option(
        help: "How far updates move: the whole way, less and less over all updates, or as Adam does, less and less.")
    var step = StepRule.fixed()
    @Option(help: "The size of the (first) step.") var stepSize = 1.0

    func validate() throws {
        try refusable(by: Self.flags) {
            try settings.validate()
            // Nonsense is nonsense also for the methods that were not asked for.
            try AdvantageMethod.window(length: statTrackingBufferSize, minimumCount: 1).validate()
            try AdvantageMethod.ema(decay: emaDecay, minimumCount: statTrackingMinCount).validate()
        }
    }

    /// What the flags ask for.
    var settings: RunSettings {
        RunSettings(
            epochs: numEpochs, batchSize: sampleBatchSize, trainBatchSize: trainBatchSize,
            advantage: advantage.with(
                length: statTrackingBufferSize, minimumCount: statTrackingMinCount, decay: emaDecay),
            duplicates: duplicates, step: step.with(size: stepSize))
    }

    private static let explanation =
        "Each reward is measured against: "
        + AdvantageMethod.choices.map { "\($0.summary) (\($0.name))" }.joined(separator: "; ") + "."
    private static let flags = [
        "epochs": "--num-epochs", "batchSize": "--sample-batch-size", "trainBatchSize": "--train-batch-size",
        "window length": "--stat-tracking-buffer-size", "window's length": "--stat-tracking-buffer-size",
        "minimum count": "--stat-tracking-min-count", "decay": "--ema-decay", "step size": "--step-size",
    ]
}
