import Advantages
import Autodiff
import DeterministicMath
public import GRPO
public import Transformers

/// A training by GRPO: ask, score, compare, learn (Shao et al., "DeepSeekMath", 2024, algorithm 1, with one iteration).
///
/// ```swift
/// var run = try GRPORun(of: base, on: WordProblems(), by: GSM8KEvaluator(), seed: 1)
/// while run.step < run.settings.steps { print(try await run.next()) }
/// ```
public struct GRPORun: Sendable {
    /// The policy.
    public private(set) var model: LanguageModel
    /// What the policy is held near: the model that it was at first, unless it is mixed with later ones.
    public private(set) var reference: LanguageModel
    /// How it learns.
    public let settings: GRPOSettings
    /// How many steps have been made.
    public private(set) var step = 0
    /// The answers of the last step.
    public private(set) var answers: Answers?
    /// What they earned.
    public private(set) var rewards: [Rewards] = []
    /// Their advantages.
    public private(set) var advantages: [Double] = []

    /// Processes that make each step together, each with a run like this one.
    public var peers: (any Peers)?

    private let data: any Dataset
    private let evaluator: any Evaluator
    private let seed: UInt64
    private let threads: Int
    private var adam: Adam
    /// What is remembered of each question's rewards.
    private(set) var statistics: Advantages<String>

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - seed: decides the questions and all samples.
    ///   - threads: how many parts are computed at the same time; the numbers do not depend on it.
    /// - Throws: ``LanguageError`` for settings that make no sense.
    public init(
        of model: LanguageModel, on data: any Dataset, by evaluator: any Evaluator,
        settings: GRPOSettings = GRPOSettings(), seed: UInt64, threads: Int = .max
    ) throws(LanguageError) {
        try settings.validate()
        try model.check(trainedLayers: settings.trainedLayers)
        self.model = model
        reference = model
        self.settings = settings
        self.data = data
        self.evaluator = evaluator
        self.seed = seed
        self.threads = threads
        adam = Adam(rate: settings.rate, betas: (0.9, settings.secondBeta), weightDecay: settings.weightDecay)
        statistics = Advantages(settings.advantages, epsilon: settings.epsilon)
    }

    /// One step: samples a batch, and makes the settings' number of updates with it.
    @discardableResult public mutating func next() async throws -> GRPOMetrics {
        let questions = data.trainingQuestions(from: step * settings.questions, count: settings.questions, seed: seed)
        var generator = Xoshiro256StarStar(seed: seed, stream: UInt64(step))
        let answers = try await model.answers(
            to: questions, each: settings.groupSize, limit: settings.limit, promptLimit: settings.promptLimit,
            sampler: settings.sampler, threads: threads, among: peers, using: &generator)
        let rewards = try await evaluator.rewards(of: answers.texts)
        let (totals, prompts) = (rewards.map(\.total), answers.texts.map(\.question.text))
        statistics.record(totals, for: prompts)
        advantages = statistics.advantages(of: totals, for: prompts)

        adam.rate = settings.schedule.rate(at: step)
        let isDead = answers.rollout.areDead(rewards: totals)
        var updates: [(update: Update, norm: Float)] = []
        for _ in 0..<settings.updates {
            var update = await settings.objective.update(
                of: model.decoder, model.parameters, reference: reference.parameters, from: answers.rollout,
                advantages: advantages, included: included(answers.rollout, isDead),
                temperature: settings.trainsTempered ? settings.sampler.temperature : 1,
                frozenLayers: model.frozenLayers(training: settings.trainedLayers), shards: settings.shards,
                threads: threads, among: peers)
            let norm = update.gradient.clip(toNorm: settings.clip)
            adam.step(&model.parameters, update.gradient)
            updates.append((update, norm))
        }
        step += 1
        if let mixing = settings.mixing, step.isMultiple(of: mixing.interval) {
            reference.parameters.move(toward: model.parameters, by: mixing.share)
        }
        (self.answers, self.rewards) = (answers, rewards)
        return metrics(first: updates[0], clipped: updates[updates.count - 1].update.clippedShare, isDead: isDead)
    }

    /// Asks held-out questions, and scores the answers as the run does.
    public func evaluation(on questions: [Question], samples: Int, sampler: Sampler) async throws -> Evaluation {
        try await model.evaluation(
            on: questions, by: evaluator, samples: samples, sampler: sampler, limit: settings.limit, threads: threads)
    }

    /// What the optimiser remembers; nil before the first step.
    var memory: Adam.Memory? { adam.memory(of: model.parameters) }

    /// Goes on where a checkpoint was made.
    mutating func restore(_ state: RunState, model: Parameters, reference: Parameters, memory: Adam.Memory?) {
        step = state.step
        statistics = state.statistics
        self.model.parameters = model
        self.reference.parameters = reference
        if let memory { adam.restore(memory) }
    }

    private func included(_ rollout: Rollout, _ isDead: [Bool]) -> [Bool]? {
        guard settings.dropsTruncated || settings.dropsDeadGroups else { return nil }
        return zip(rollout.isTruncated, rollout.promptOfCompletion).map { isTruncated, prompt in
            !(settings.dropsTruncated && isTruncated) && !(settings.dropsDeadGroups && isDead[prompt])
        }
    }
}
