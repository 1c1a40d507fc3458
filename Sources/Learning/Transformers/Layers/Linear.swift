public import Autodiff

/// A layer that multiplies by a weight and may add a bias.
///
/// ```swift
/// let hidden = Linear("hidden", inputs: 6, outputs: 128, in: &parameters, using: &generator)
/// let h = tape.relu(hidden(x, on: tape))
/// ```
public struct Linear: Sendable {
    /// inputs × outputs.
    public let weight: Parameter
    /// outputs; nil if nothing is added.
    public let bias: Parameter?
    /// What is learnt in the weight's place; nil if it is learnt itself.
    var adapter: LowRankMap?

    /// Adds the layer's parameters as `name.weight` and `name.bias`, both drawn uniformly within 1/√inputs.
    public init(
        _ name: String, inputs: Int, outputs: Int, in parameters: inout Parameters,
        using generator: inout some RandomNumberGenerator
    ) {
        self.init(
            name, inputs: inputs, outputs: outputs, weight: .fan(in: inputs), bias: .fan(in: inputs), in: &parameters,
            using: &generator)
    }

    /// Adds the layer's parameters as `name.weight` and `name.bias`, the latter only if it has an initialiser.
    public init(
        _ name: String, inputs: Int, outputs: Int, weight: Initializer, bias: Initializer?,
        in parameters: inout Parameters, using generator: inout some RandomNumberGenerator
    ) {
        self.weight = parameters.add("\(name).weight", [inputs, outputs], weight, using: &generator)
        self.bias = bias.map { parameters.add("\(name).bias", [outputs], $0, using: &generator) }
    }

    /// x·W + b for every row of x, and what an adapter adds.
    public func callAsFunction(_ x: Variable, on tape: Tape) -> Variable {
        let y = tape.linear(x, weight, bias)
        guard let adapter else { return y }
        return y + tape.linear(tape.linear(x, adapter.down), adapter.up) * adapter.scale
    }

    /// How many numbers a row of x has.
    var inputs: Int { weight.shape.rows }
    /// How many numbers a row of the result has.
    var outputs: Int { weight.shape.features }
}
