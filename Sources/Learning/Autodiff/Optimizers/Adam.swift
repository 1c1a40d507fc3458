import DeterministicMath

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

    /// m, nil before the first step.
    var mean: Gradient?
    /// v, nil before the first step.
    var square: Gradient?
    /// β₁ᵗ and β₂ᵗ.
    var powers = (1.0, 1.0)

    /// Creates the optimiser. A weight decay makes it AdamW; betas are from 0 to less than 1.
    public init(
        rate: Float = 1e-3, betas: (Float, Float) = (0.9, 0.999), epsilon: Float = 1e-8, weightDecay: Float = 0
    ) {
        require(
            0 <= betas.0 && betas.0 < 1 && 0 <= betas.1 && betas.1 < 1, "Adam: betas of \(betas) are not in [0, 1)")
        self.rate = rate
        self.betas = betas
        self.epsilon = epsilon
        self.weightDecay = weightDecay
    }

    /// One step.
    public mutating func step(_ parameters: inout Parameters, _ gradient: Gradient) {
        gradient.check(belongsTo: parameters)
        if mean == nil { (mean, square) = (Gradient(zerosFor: parameters), Gradient(zerosFor: parameters)) }
        mean?.check(belongsTo: parameters)
        guard let mean = mean?.changeableStorage(), let square = square?.changeableStorage() else { return }
        powers = (powers.0 * Double(betas.0), powers.1 * Double(betas.1))
        Kernels.widest.adam(
            betas: betas, step: Float(Double(rate) / (1 - powers.0)), correction: Float((1 - powers.1).squareRoot()),
            epsilon: epsilon, shrink: 1 - rate * weightDecay, gradient: gradient.storage, mean: mean, square: square,
            parameters: parameters.changeableStorage())
    }
}
