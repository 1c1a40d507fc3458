/// How a model learns from trajectories.
public struct TrainingSettings: Hashable, Sendable, Codable {
    /// How many steps the training has.
    public var steps: Int
    /// How many trajectories each step learns from.
    public var batch: Int
    /// The largest step size of Adam.
    public var rate: Float = 3e-3
    /// Steps of linear rise before it.
    public var warmup = 100
    /// The last step size as a share of the largest: it falls along half a cosine.
    public var lastShare: Float = 0.02
    /// β₁ and β₂ of Adam.
    public var betas: SIMD2<Float> = [0.9, 0.99]
    /// The gradient is shortened to this norm.
    public var clip: Float = 1

    /// The book's recipe.
    public init(steps: Int, batch: Int) {
        self.steps = steps
        self.batch = batch
    }

    /// Into how many equal parts a batch is cut: the same on every machine, 8 if that divides it.
    var shards: Int { (1...8).last { batch.isMultiple(of: $0) } ?? 1 }
}
