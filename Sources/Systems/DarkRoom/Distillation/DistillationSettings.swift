/// How a model learns from lessons.
public struct DistillationSettings: Hashable, Sendable, Codable {
    /// How many steps the training has.
    public var steps = 900
    /// How many lessons each step learns from.
    public var batch = 32
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
    /// The share of a label's probability that is spread over all actions.
    public var labelSmoothing: Float = 0
    /// Into how many parts a batch is cut; the same on every machine.
    public var shards = 8

    /// The book's recipe.
    public init() {}
}
