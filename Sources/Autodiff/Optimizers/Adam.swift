/// Adam (Kingma, Ba 2015, algorithm 1), and AdamW (Loshchilov, Hutter 2019, algorithm 2) if there is a weight decay.
///
/// m ← β₁m + (1 - β₁)g, v ← β₂v + (1 - β₂)g², θ ← θ - rate·(m̂ / (√v̂ + ε) + decay·θ), where m̂ and v̂ are m and v divided by
/// 1 - β₁ᵗ and 1 - β₂ᵗ.
public struct Adam: Optimizer {
    /// The step size.
    public var rate: Float
    /// β₁ and β₂, the shares of the past in the means of the gradient and of its square.
    public let betas: (Float, Float)
    /// ε, which bounds a step where gradients are tiny.
    public let epsilon: Float
    /// How fast parameters shrink on their own, as a share of the rate. All of them do, biases and gains too.
    public let weightDecay: Float

    private var mean: Gradient?
    private var square: Gradient?
    /// β₁ᵗ and β₂ᵗ.
    private var powers = (1.0, 1.0)

    /// Creates the optimiser. A weight decay makes it AdamW.
    public init(
        rate: Float = 1e-3, betas: (Float, Float) = (0.9, 0.999), epsilon: Float = 1e-8, weightDecay: Float = 0
    ) {
        self.rate = rate
        self.betas = betas
        self.epsilon = epsilon
        self.weightDecay = weightDecay
    }

    /// One step.
    public mutating func step(_ parameters: inout Parameters, _ gradient: Gradient) {
        gradient.check(belongsTo: parameters)
        if mean == nil { (mean, square) = (Gradient(zerosFor: parameters), Gradient(zerosFor: parameters)) }
        guard let m = mean?.changeableFloats(), let v = square?.changeableFloats() else { return }
        powers = (powers.0 * Double(betas.0), powers.1 * Double(betas.1))
        let (keptMean, keptSquare) = betas
        let step = Float(Double(rate) / (1 - powers.0))
        let correction = Float((1 - powers.1).squareRoot())
        let shrink = 1 - rate * weightDecay
        let epsilon = epsilon

        let floats = parameters.changeableFloats()
        let g = gradient.floats
        for i in 0..<gradient.length {
            m[i] = keptMean * m[i] + (1 - keptMean) * g[i]
            v[i] = keptSquare * v[i] + (1 - keptSquare) * (g[i] * g[i])
            floats[i] = shrink * floats[i] - step * (m[i] / (v[i].squareRoot() / correction + epsilon))
        }
    }
}
