import Autodiff
import Transformers

/// Two linear maps with a GELU between them: what a head learns from the fields before it.
struct Link: Sendable {
    private let inner: Linear
    private let outer: Linear

    init(
        _ name: String, features: Int, in parameters: inout Parameters,
        using generator: inout some RandomNumberGenerator
    ) {
        let deviation = 1 / Float(features).squareRoot()
        inner = Linear(
            "\(name).inner", inputs: features, outputs: features, weight: .normal(deviation: deviation), bias: .zeros,
            in: &parameters, using: &generator)
        outer = Linear(
            "\(name).outer", inputs: features, outputs: features, weight: .normal(deviation: deviation), bias: .zeros,
            in: &parameters, using: &generator)
    }

    func callAsFunction(_ x: Variable, on tape: Tape) -> Variable { outer(tape.gelu(inner(x, on: tape)), on: tape) }
}
