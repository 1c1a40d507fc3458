/// The operations of one forward pass, in order, each with the step that carries the gradient back through it.
///
/// Reverse-mode differentiation (Linnainmaa 1970; Griewank and Walther, "Evaluating Derivatives", 2008) over coarse
/// operations: a whole layer is one entry, and its backward step is written by hand.
///
/// ```swift
/// let tape = Tape(parameters)
/// let hidden = tape.relu(tape.linear(tape.constant(observations), w1, b1))
/// let loss = tape.crossEntropy(tape.linear(hidden, w2, b2), targets)
/// adam.step(&parameters, tape.gradient(of: loss))
/// ```
public final class Tape {
    /// What carries the gradients of an operation's outputs, nil where the loss does not depend on one, on to the inputs and the
    /// parameters.
    typealias Backward = (_ tape: Tape, _ gradients: [Storage?]) -> Void

    package private(set) var parameters: Parameters
    package let kernels: Kernels
    /// The gradient of the parameters, as far as it is known; nil on a tape that does not record.
    var gradient: Gradient?
    private var entries: [(outputs: [Node], backward: Backward)] = []

    /// A new tape that reads these parameters.
    ///
    /// Without recording, values are forgotten as soon as nothing uses them: for sampling and evaluation.
    public convenience init(_ parameters: Parameters, recording: Bool = true) {
        self.init(parameters, recording: recording, kernels: .widest)
    }

    package init(_ parameters: Parameters, recording: Bool = true, kernels: Kernels) {
        self.parameters = parameters
        self.kernels = kernels
        gradient = recording ? Gradient(zerosFor: parameters) : nil
    }

    /// Whether there will be a way back.
    package var isRecording: Bool { gradient != nil }

    /// Puts a value on the tape; if a parameter is behind it, also the way back.
    package func record(
        _ values: Storage, _ shape: Shape, needsGradient: Bool,
        backward: @escaping (_ tape: Tape, _ gradient: Storage) -> Void
    ) -> Variable {
        record([(values, shape)], needsGradient: needsGradient) { tape, gradients in
            guard let gradient = gradients[0] else { return }
            backward(tape, gradient)
        }[0]
    }

    /// Puts the values that one operation computes together on the tape.
    package func record(
        _ outputs: [(values: Storage, shape: Shape)], needsGradient: Bool,
        backward: @escaping (_ tape: Tape, _ gradients: [Storage?]) -> Void
    ) -> [Variable] {
        let recorded = needsGradient && isRecording
        let nodes = outputs.map { Node($0.values, shape: $0.shape, needsGradient: recorded) }
        if recorded { entries.append((nodes, backward)) }
        return nodes.map { Variable(tape: self, node: $0) }
    }

    /// ∂loss/∂θ for every parameter θ, by the chain rule from the last operation to the first.
    ///
    /// The loss is a single number. A tape runs backward once.
    public func gradient(of loss: Variable) -> Gradient {
        guard loss.shape.count == 1 else { trap(ShapeError("gradient", loss.shape, "is not a single number")) }
        node(of: loss).receive(Storage(repeating: 1, count: 1))
        while let (outputs, backward) = entries.popLast() {
            let gradients = outputs.map { $0.takeGradient() }
            guard gradients.contains(where: { $0 != nil }) else { continue }
            backward(self, gradients)
        }
        guard let result = gradient else { fatalError("gradient: this tape does not record, or has run backward") }
        // An optimiser can now change the parameters without copying them first.
        parameters = Parameters()
        gradient = nil
        return result
    }
}
