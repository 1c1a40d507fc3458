import Advantages
import ArgumentParser
import GRPO
import Language
import Transformers

/// The flags that decide how GRPO learns; names are the original's where it has them.
struct GRPOOptions: ParsableArguments {
    @OptionGroup var sampling: SamplingOptions
    @Option(help: "How many steps there are.") var numTrainIters = 200
    @Flag(help: "Train log-probabilities at the sampler's temperature; without it at 1, as the original does.")
    var trainTempered = false
    @Option(help: "How many questions a step asks; the original asks 1, and adds up 4 steps.") var numQuestions = 8
    @Option(help: "How many answers each question gets.") var numChains = 16
    @Option(help: "How many updates each batch is for; more than 1 needs --surrogate clipped or ratio.")
    var numUpdates = 1
    @Option(help: "The most tokens of a question; one that is longer is an error.") var maxPromptLength = 256
    @Option(help: "The step size after the warm-up.") var learningRate: Float = 1e-4
    @Option(help: "The share of all steps in which it rises.") var warmupPercent = 0.05
    @Option(help: "AdamW's second beta.") var adamBeta2: Float = 0.99
    @Option(help: "AdamW's decay of the parameters.") var weightDecay: Float = 0
    @Option(help: "How many of the highest layers are trained, with the last norm; without it, the whole model.")
    var trainLayers: Int?
    @Option(help: "The largest norm of a gradient.") var maxGradNorm: Float = 1
    @Option(help: "The weight of the penalty for leaving the reference.") var klWeightBeta = 0.04
    @Option(help: "How that penalty is made.") var kl = KLPenalty.k3
    @Option(help: "What stands in for the reward; reference is the original's text.") var surrogate = Surrogate
        .policyGradient
    @Option(help: "How far below 1 the ratio may go before it is clipped.") var clipBelow = 0.2
    @Option(help: "The same, above 1.") var clipAbove = 0.2
    @Option(help: "What tokens are averaged over; constant is Dr. GRPO's limit.") var aggregation = Aggregation
        .perSequence
    @Option(help: "What a reward is compared with.") var advantage = AdvantageMethod.group
    @Flag(help: "Leave answers that were cut off out of the loss.") var dropTruncated = false
    @Flag(help: "Leave groups in which all answers earned the same out of the loss.") var dropDeadGroups = false
    @Flag(help: "Let the reference follow the policy.") var updateRefModel = false
    @Option(help: "After how many steps it does.") var updateRefModelFreq = 200
    @Option(help: "Which share of the way it goes.") var refModelMixupAlpha: Float = 0.1
    @Option(help: "Decides the base model, the questions and all samples.") var seed: UInt64 = 7_111_994

    func validate() throws {
        try require((0...1).contains(warmupPercent), "--warmup-percent", warmupPercent, "from 0 to 1")
        try refusable(by: Self.flags) { try settings.validate() }
    }

    /// What the flags ask for.
    var settings: GRPOSettings {
        var settings = GRPOSettings()
        (settings.steps, settings.questions, settings.groupSize) = (numTrainIters, numQuestions, numChains)
        (settings.updates, settings.sampler.temperature) = (numUpdates, sampling.temperature)
        (settings.limit, settings.promptLimit) = (sampling.maxCompletionLength, maxPromptLength)
        settings.objective = Objective(
            surrogate: surrogate.with(below: clipBelow, above: clipAbove),
            aggregation: aggregation.with(length: sampling.maxCompletionLength), penalty: kl, beta: klWeightBeta)
        // The settings' own group has the deviation that such programs take.
        if advantage != .group { settings.advantages = advantage }
        (settings.rate, settings.secondBeta, settings.weightDecay) = (learningRate, adamBeta2, weightDecay)
        settings.warmup = Int((warmupPercent * Double(max(0, numTrainIters))).rounded(.down))
        (settings.clip, settings.dropsTruncated, settings.dropsDeadGroups) = (
            maxGradNorm, dropTruncated, dropDeadGroups
        )
        (settings.trainedLayers, settings.trainsTempered) = (trainLayers, trainTempered)
        if updateRefModel { settings.mixing = .init(interval: updateRefModelFreq, share: refModelMixupAlpha) }
        return settings
    }

    private static let flags = [
        "steps": "--num-train-iters", "questions": "--num-questions", "groupSize": "--num-chains",
        "updates": "--num-updates", "limit": "--max-completion-length", "promptLimit": "--max-prompt-length",
        "temperature": "--temperature", "rate": "--learning-rate", "secondBeta": "--adam-beta2",
        "clip": "--max-grad-norm", "beta": "--kl-weight-beta", "mixing interval": "--update-ref-model-freq",
        "mixing share": "--ref-model-mixup-alpha", "weightDecay": "--weight-decay", "trainedLayers": "--train-layers",
    ]
}
