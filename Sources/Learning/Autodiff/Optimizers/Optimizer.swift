/// A rule that changes parameters along a gradient, and what it remembers between steps.
public protocol Optimizer: Sendable {
    /// The step size; a ``Schedule`` may set it before every step.
    var rate: Float { get set }

    /// Changes the parameters so that the loss falls.
    ///
    /// The gradient is of these parameters; the same optimiser belongs to the same parameters in every step.
    mutating func step(_ parameters: inout Parameters, _ gradient: Gradient)
}
