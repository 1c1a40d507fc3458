public import Autodiff

/// How fine-tuning learns.
public struct FineTuningSettings: Hashable, Sendable, Codable {
    /// How many steps there are.
    public var steps: Int
    /// How many solutions a step learns from.
    public var batchSize: Int
    /// The largest step size.
    public var rate: Float
    /// How many steps the rate rises.
    public var warmup: Int
    /// The share of the rate that is left in the end.
    public var end: Float
    /// How the rate falls.
    public var decay: Schedule.Decay
    /// AdamW's β₂; β₁ is 0.9.
    public var secondBeta: Float
    /// AdamW's decay of the parameters.
    public var weightDecay: Float
    /// How many of the highest layers are trained, with the norm behind them and a head that is no token table; nil for all. The rest
    /// stays as it is, if there is no weight decay.
    public var trainedLayers: Int?
    /// The largest norm of a gradient.
    public var clip: Float
    /// In how many parts a batch is computed.
    public var shards: Int

    /// Creates settings.
    public init(
        steps: Int, batchSize: Int = 16, rate: Float = 3e-4, warmup: Int = 0, end: Float = 0,
        decay: Schedule.Decay = .linear, secondBeta: Float = 0.95, weightDecay: Float = 0, clip: Float = 1,
        shards: Int = 8
    ) {
        self.steps = steps
        self.batchSize = batchSize
        self.rate = rate
        self.warmup = warmup
        self.end = end
        self.decay = decay
        self.secondBeta = secondBeta
        self.weightDecay = weightDecay
        self.clip = clip
        self.shards = shards
    }

    /// What makes a base model of a new one: 700 steps of 64 lessons, AdamW with β₂ 0.95 and a weight decay of 0.01, a rate that
    /// rises to 0.003 in 50 steps and falls to a tenth along a cosine.
    public static let warmUp = FineTuningSettings(
        steps: 700, batchSize: 64, rate: 3e-3, warmup: 50, end: 0.1, decay: .cosine, weightDecay: 0.01)

    /// What fine-tunes a model on a number of gold solutions: three times through them in steps of 16, but no fewer than 60 steps
    /// and no more than 190, with a rate that falls from 0.0003 to 0 along a line.
    public static func examples(_ count: Int) -> FineTuningSettings {
        FineTuningSettings(steps: min(190, max(60, 3 * count / 16)))
    }

    /// The settings with these values for those that are given.
    public func with(
        steps: Int?, batchSize: Int?, rate: Float?, trainedLayers: Int? = nil
    ) -> FineTuningSettings {
        var settings = self
        settings.trainedLayers = trainedLayers ?? settings.trainedLayers
        settings.steps = steps ?? settings.steps
        settings.batchSize = batchSize ?? settings.batchSize
        settings.rate = rate ?? settings.rate
        return settings
    }

    var betas: (Float, Float) { (0.9, secondBeta) }

    var schedule: Schedule {
        Schedule(peak: rate, warmup: min(warmup, steps), steps: steps, end: rate * end, decay: decay)
    }
}
