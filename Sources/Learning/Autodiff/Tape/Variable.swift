import DeterministicMath

/// A value on a tape: what operations take and return.
public struct Variable {
    package let tape: Tape
    package let node: Node

    /// The lengths of the value's axes.
    public var shape: Shape { node.shape }

    /// The numbers, the last axis running fastest.
    public var values: [Float] { node.values.values }

    /// The value as a tensor of its own.
    public var tensor: Tensor { Tensor(shape, values) }

    /// The number of a single-number value such as a loss.
    public var value: Float {
        guard shape.count == 1 else { trap(ShapeError("value", shape, "is not a single number")) }
        return node.values.floats[0]
    }
}

extension Tape {
    /// Data: a value without a gradient.
    public func constant(_ tensor: Tensor) -> Variable {
        record(Storage(tensor.values), tensor.shape, needsGradient: false) { _, _ in }
    }

    /// A parameter as a value of its own, for use in any operation.
    public func value(of parameter: Parameter) -> Variable {
        let copy = Storage(count: parameter.shape.count)
        copy.floats.update(from: floats(of: parameter), count: copy.count)
        return record(copy, parameter.shape, needsGradient: parameters.learns(parameter)) { tape, gradient in
            let sum = tape.gradientFloats(of: parameter)
            for i in 0..<gradient.count { sum[i] += gradient.floats[i] }
        }
    }

    /// The value without its past: gradients stop here.
    public func detached(_ x: Variable) -> Variable {
        record(node(of: x).values, x.shape, needsGradient: false) { _, _ in }
    }

    /// The same numbers in another shape of the same count.
    public func reshaped(_ x: Variable, to shape: Shape) -> Variable {
        guard shape.count == x.shape.count else { trap(ShapeError("reshaped", x.shape, "does not fill \(shape)")) }
        let input = node(of: x)
        return record(input.values, shape, needsGradient: input.needsGradient) { _, gradient in input.receive(gradient)
        }
    }

    /// The node of an operand, which must be on this tape: on another, its gradient would be lost.
    package func node(of x: Variable) -> Node {
        require(x.tape === self, "an operand of another tape")
        return x.node
    }

    /// Where a parameter's numbers are; they live as long as the tape.
    package func floats(of parameter: Parameter) -> UnsafePointer<Float> {
        parameters.floats(of: parameter)
    }

    /// Where a parameter's gradient is summed up, on the way back.
    package func gradientFloats(of parameter: Parameter) -> UnsafeMutablePointer<Float> {
        guard let floats = gradient?.changeableFloats() else { fatalError("gradient: the tape does not record") }
        return floats + parameter.offset
    }
}
