public import Autodiff

/// A layer that brings every row to the same size, and may bring it to mean 0.
public struct Norm: Sendable {
    /// What a norm does to a row.
    public enum Kind: Hashable, Sendable, Codable {
        /// Divides by the root of the mean square plus ε, times a gain (Zhang, Sennrich 2019).
        case rms(epsilon: Float)
        /// Takes off the mean, divides by the root of the variance plus ε, times a gain, plus a bias (Ba, Kiros, Hinton 2016).
        case layer(epsilon: Float)

        var epsilon: Float {
            switch self {
            case .rms(let epsilon), .layer(let epsilon): epsilon
            }
        }

        var isCentred: Bool {
            switch self {
            case .rms: false
            case .layer: true
            }
        }
    }

    /// What it does.
    public let kind: Kind
    /// features; starts at 1.
    public let gain: Parameter
    /// features; starts at 0; nil for an RMS norm.
    public let bias: Parameter?

    /// Adds the layer's parameters as `name.weight` and, for a layer norm, `name.bias`.
    public init(
        _ name: String, _ kind: Kind, features: Int, in parameters: inout Parameters,
        using generator: inout some RandomNumberGenerator
    ) {
        self.kind = kind
        gain = parameters.add("\(name).weight", [features], .ones, using: &generator)
        bias = kind.isCentred ? parameters.add("\(name).bias", [features], .zeros, using: &generator) : nil
    }

    /// The rows of x, each brought to its size.
    public func callAsFunction(_ x: Variable, on tape: Tape) -> Variable {
        guard let bias else { return tape.rmsNorm(x, gain, epsilon: kind.epsilon) }
        return tape.layerNorm(x, gain, bias, epsilon: kind.epsilon)
    }
}
