/// What an operation multiplies by, scales with or looks up in: a ``Parameter``, or a value that was computed, such as a
/// weight with its low-rank adapter.
public protocol Operand {
    /// The lengths of the axes.
    var shape: Shape { get }
    /// Where the numbers are.
    var source: OperandSource { get }
}

/// Where the numbers of an ``Operand`` are: among the tape's parameters, or on the tape.
public enum OperandSource {
    /// Among the parameters.
    case parameter(Parameter)
    /// On the tape.
    case value(Variable)
}

extension Parameter: Operand {
    /// Among the parameters.
    public var source: OperandSource { .parameter(self) }
}

extension Variable: Operand {
    /// On the tape.
    public var source: OperandSource { .value(self) }
}

extension Tape {
    /// Where an operand's numbers are; they live as long as the tape and whoever holds the operand.
    package func floats(of operand: any Operand) -> UnsafePointer<Float> {
        switch operand.source {
        case .parameter(let parameter): floats(of: parameter)
        case .value(let value): UnsafePointer(node(of: value).values.floats)
        }
    }

    /// Whether the loss can depend on a parameter through this operand.
    package func needsGradient(_ operand: any Operand) -> Bool {
        switch operand.source {
        case .parameter(let parameter): parameters.learns(parameter)
        case .value(let value): value.node.needsGradient
        }
    }

    /// Where an operand's gradient is summed up, on the way back.
    package func gradientFloats(of operand: any Operand) -> UnsafeMutablePointer<Float> {
        switch operand.source {
        case .parameter(let parameter): gradientFloats(of: parameter)
        case .value(let value): value.node.gradientFloats()
        }
    }

    /// The same; nil where there is no gradient, since the operand is not learnt.
    package func gradientFloats(ifLearnt operand: any Operand) -> UnsafeMutablePointer<Float>? {
        needsGradient(operand) ? gradientFloats(of: operand) : nil
    }
}
