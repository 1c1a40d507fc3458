/// Shapes that an operation can not work on.
///
/// Operations stop the program with this error's description instead of throwing it: it is a mistake in a model, the
/// backtrace points at its line, and formulas stay free of `try`.
///
/// ```
/// linear: 32×64 can not be multiplied by 128×10
/// ```
public struct ShapeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The operation's name on the tape.
    public let operation: String
    /// The shape of the first operand.
    public let shape: Shape
    /// What is wrong about it, with the other operand's shape or the number that does not fit.
    public let reason: String

    package init(_ operation: String, _ shape: Shape, _ reason: String) {
        self.operation = operation
        self.shape = shape
        self.reason = reason
    }

    /// Operation, shape and reason in a line.
    public var description: String { "\(operation): \(shape) \(reason)" }
}
