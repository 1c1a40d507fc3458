/// A layer that multiplies by a weight and adds a bias.
///
/// ```swift
/// let hidden = Linear("hidden", inputs: 6, outputs: 128, in: &parameters, using: &generator)
/// let h = tape.relu(tape.linear(x, hidden))
/// ```
public struct Linear: Sendable {
    /// inputs × outputs.
    public let weight: Parameter
    /// outputs.
    public let bias: Parameter

    /// Adds the layer's parameters as `name.weight` and `name.bias`, both drawn uniformly within 1/√inputs.
    public init(
        _ name: String, inputs: Int, outputs: Int, in parameters: inout Parameters,
        using generator: inout some RandomNumberGenerator
    ) {
        weight = parameters.add("\(name).weight", [inputs, outputs], .fan(in: inputs), using: &generator)
        bias = parameters.add("\(name).bias", [outputs], .fan(in: inputs), using: &generator)
    }
}

extension Tape {
    /// x·W + b for every row of x.
    public func linear(_ x: Variable, _ layer: Linear) -> Variable {
        linear(x, layer.weight, layer.bias)
    }
}
