import Autodiff
import GRPO
import Transformers

/// Supervised fine-tuning: makes solutions more probable, token by token.
///
/// loss = -1/n Σ over the n tokens of all solutions of log π(token | question, tokens before)
///
/// ```swift
/// var tuning = FineTuning(.warmUp)
/// for step in 0..<tuning.settings.steps {
///     try await tuning.step(&model, on: problems.lessons(from: 64 * step, count: 64, seed: 1))
/// }
/// ```
public struct FineTuning: Sendable {
    /// How it learns.
    public let settings: FineTuningSettings
    /// How many steps have been made.
    public private(set) var steps = 0
    private var adam: Adam

    /// Prepares a training.
    public init(_ settings: FineTuningSettings) {
        self.settings = settings
        adam = Adam(rate: settings.rate, betas: settings.betas, weightDecay: settings.weightDecay)
    }

    /// One step on some questions with their solutions.
    @discardableResult public mutating func step(
        _ model: inout LanguageModel, on lessons: [Question], threads: Int = .max
    ) async throws -> FineTuningMetrics {
        adam.rate = settings.schedule.rate(at: steps)
        var (loss, gradient) = try await model.likelihood(
            of: lessons, training: settings.trainedLayers, shards: settings.shards, threads: threads)
        let norm = gradient.clip(toNorm: settings.clip)
        adam.step(&model.parameters, gradient)
        defer { steps += 1 }
        return FineTuningMetrics(step: steps, loss: loss, gradientNorm: Double(norm), learningRate: Double(adam.rate))
    }
}

extension FineTuning {
    /// What the optimiser remembers; nil before the first step.
    func memory(of parameters: Parameters) -> Adam.Memory? { adam.memory(of: parameters) }

    /// Goes on where a checkpoint was made.
    mutating func restore(steps: Int, memory: Adam.Memory?) {
        self.steps = steps
        if let memory { adam.restore(memory) }
    }
}

/// What a step of fine-tuning reports.
public struct FineTuningMetrics: Hashable, Sendable, Codable {
    /// The step, from 0.
    public let step: Int
    /// The mean over tokens of -log π, in nats, before the step.
    public let loss: Double
    /// The gradient's norm before it is clipped.
    public let gradientNorm: Double
    /// The step size.
    public let learningRate: Double
}

extension LanguageModel {
    /// Fine-tunes the model on some questions with their solutions, again and again, each time in another order.
    ///
    /// - Parameters:
    ///   - seed: decides the orders.
    ///   - report: called after every step.
    public mutating func learn(
        from lessons: [Question], settings: FineTuningSettings, seed: UInt64, threads: Int = .max,
        report: (FineTuningMetrics) -> Void = { _ in }
    ) async throws {
        try check(trainedLayers: settings.trainedLayers)
        var tuning = FineTuning(settings)
        var order = LessonOrder(count: lessons.count, seed: seed)
        for _ in 0..<settings.steps {
            let batch = order.next(settings.batchSize).map { lessons[$0] }
            report(try await tuning.step(&self, on: batch, threads: threads))
        }
    }

    /// The mean over the solutions' tokens of -log π, and its gradient.
    func likelihood(
        of lessons: [Question], training layers: Int? = nil, shards: Int, threads: Int
    ) async throws -> (
        loss: Double, gradient: Gradient
    ) {
        let groups = try lessons.map { lesson in
            guard let solution = lesson.solution else { throw LanguageError.noSolution(text: lesson.text) }
            return TokenGroup(prompt: try coder.prompt(of: lesson), completions: [try coder.completion(solution)])
        }
        let batch = TokenBatch(groups)
        let parts = batch.shards(shards)
        let scale = -1 / Float(batch.scoredTokens.count)
        let (decoder, parameters, frozen) = (decoder, parameters, frozenLayers(training: layers))
        let (loss, gradient) = await parameters.gradient(shards: parts.count, threads: threads, combining: .sum) {
            tape, shard in
            let trunk = frozen == 0 ? nil : decoder.trunk(of: parts[shard], layers: frozen, with: parameters)
            return tape.sum(decoder.scores(parts[shard], on: tape, above: trunk).logProbabilities) * scale
        }
        return (Double(loss), gradient)
    }
}
