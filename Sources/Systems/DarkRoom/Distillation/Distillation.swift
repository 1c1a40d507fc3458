public import Autodiff
import DeterministicMath

/// The training of a model on lessons, step by step.
///
/// ```swift
/// var training = Distillation(of: lessons, seed: 1)
/// await training.run()
/// let agent = training.model
/// ```
public struct Distillation: Sendable {
    /// How it learns.
    public let settings: DistillationSettings
    /// The model as it is after the steps so far.
    public private(set) var model: HistoryModel
    /// The mean cross-entropy of each step so far, in nats.
    public private(set) var losses: [Float] = []

    private let lessons: any LessonSource
    private var adam: Adam
    private let schedule: Schedule
    private let seed: UInt64

    /// Prepares a training. The seed decides the model's first numbers (stream 0) and the lessons of step i, counted from 1
    /// (stream i).
    public init(
        of lessons: any LessonSource, seed: UInt64, sizes: HistoryModel.Sizes = HistoryModel.Sizes(),
        format: TokenFormat = TokenFormat(), settings: DistillationSettings = DistillationSettings()
    ) {
        self.lessons = lessons
        self.settings = settings
        var initializing = Xoshiro256StarStar(seed: seed)
        model = HistoryModel(
            in: lessons.room, length: lessons.length, sizes: sizes, format: format, using: &initializing)
        self.seed = seed
        adam = Adam(betas: (settings.betas.x, settings.betas.y))
        schedule = Schedule(
            peak: settings.rate, warmup: min(settings.warmup, settings.steps), steps: settings.steps,
            end: settings.rate * settings.lastShare, decay: .cosine)
    }

    /// Trains for all steps that are left.
    public mutating func run(threads: Int = .max) async {
        while losses.count < settings.steps { await step(threads: threads) }
    }

    /// One step; returns its loss.
    @discardableResult
    public mutating func step(threads: Int = .max) async -> Float {
        let size = settings.batch / settings.shards
        var generator = Xoshiro256StarStar(seed: seed, stream: UInt64(losses.count + 1))
        let batch = (0..<settings.shards).map { _ in (0..<size).map { _ in lessons.lesson(using: &generator) } }
        let (model, smoothing) = (model, settings.labelSmoothing)
        var (loss, gradient) = await model.parameters.gradient(shards: settings.shards, threads: threads) {
            tape, shard in
            let logits = model.logits(batch[shard], on: tape)
            return tape.labelLoss(logits, batch[shard].flatMap(\.labels), smoothing: smoothing)
        }
        gradient.clip(toNorm: settings.clip)
        adam.rate = schedule.rate(at: losses.count)
        adam.step(&self.model.parameters, gradient)
        losses.append(loss)
        return loss
    }

    /// What Adam remembers after the steps so far; nil before the first.
    public var optimizerMemory: Adam.Memory? { adam.memory(of: model.parameters) }

    /// Brings a training, prepared as at its beginning, to where another was stopped: it goes on with the same bits.
    public mutating func restore(losses: [Float], parameters: Parameters, memory: Adam.Memory?) {
        self.losses = losses
        model.parameters = parameters
        if let memory { adam.restore(memory) }
    }
}

extension Tape {
    /// The mean cross-entropy of the labels that are there, (1 - ε) of each on its action and ε on all alike.
    func labelLoss(_ logits: Variable, _ labels: [Action?], smoothing: Float) -> Variable {
        let targets = labels.compactMap { $0?.index }
        if smoothing == 0, targets.count == labels.count { return crossEntropy(logits, targets) }
        let count = Float(max(targets.count, 1))
        var weights = [Float](repeating: 0, count: labels.count * Action.count)
        for (row, label) in labels.enumerated() {
            guard let label else { continue }
            for action in 0..<Action.count {
                weights[row * Action.count + action] = -smoothing / Float(Action.count) / count
            }
            weights[row * Action.count + label.index] -= (1 - smoothing) / count
        }
        return sum(logSoftmax(logits) * weights)
    }
}
