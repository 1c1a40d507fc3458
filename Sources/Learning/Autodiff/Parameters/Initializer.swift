import DeterministicMath

/// What a parameter's numbers are before anything is learnt.
public enum Initializer: Hashable, Sendable {
    /// 0 everywhere: biases.
    case zeros
    /// 1 everywhere: the gains of norms.
    case ones
    /// Independent normal draws with mean 0.
    case normal(deviation: Float)
    /// Independent uniform draws from -bound to bound.
    case uniform(bound: Float)

    /// Uniform with bound 1/√inputs: a linear layer's weight and bias as in PyTorch, whose rule is Kaiming's (He et al.
    /// 2015) with a slope of √5.
    public static func fan(in inputs: Int) -> Initializer { .uniform(bound: 1 / Float(inputs).squareRoot()) }

    func draw(using generator: inout some RandomNumberGenerator) -> Float {
        switch self {
        case .zeros: 0
        case .ones: 1
        case .normal(let deviation): deviation * Float(generator.normal())
        case .uniform(let bound): bound * Float(2 * generator.uniform() - 1)
        }
    }
}
