import Autodiff
import DeterministicMath

/// The training of a model on trajectories, step by step, whatever their format is.
///
/// ```swift
/// var training = TrajectoryTraining(of: model, on: data, seed: 1, settings: TrainingSettings(steps: 800, batch: 32))
/// await training.run()
/// ```
public struct TrajectoryTraining: Sendable {
    /// How it learns.
    public let settings: TrainingSettings
    /// The model as it is after the steps so far.
    public private(set) var model: any TrajectoryModel
    /// The loss of each step so far, in nats.
    public private(set) var losses: [Float] = []
    private let data: TrajectoryDataset
    private let seed: UInt64
    private var adam: Adam
    private let schedule: Schedule

    /// Prepares a training: step i, counted from 1, draws its trajectories with stream i of the seed, each as likely.
    public init(of model: any TrajectoryModel, on data: TrajectoryDataset, seed: UInt64, settings: TrainingSettings) {
        self.model = model
        self.data = data
        self.seed = seed
        self.settings = settings
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
        var generator = Xoshiro256StarStar(seed: seed, stream: UInt64(losses.count + 1))
        let size = settings.batch / settings.shards
        let batch = (0..<settings.shards).map { _ in
            (0..<size).map { _ in data.trajectories[generator.integer(below: data.trajectories.count)] }
        }
        let model = model
        var (loss, gradient) = await model.parameters.gradient(shards: settings.shards, threads: threads) {
            tape, shard in model.loss(of: batch[shard], on: tape)
        }
        gradient.clip(toNorm: settings.clip)
        adam.rate = schedule.rate(at: losses.count)
        adam.step(&self.model.parameters, gradient)
        losses.append(loss)
        return loss
    }
}
