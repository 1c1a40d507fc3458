/// Numbers in the order of their shape, the last axis running fastest: data, parameters and results outside a tape.
///
/// ```swift
/// let observations = Tensor([2, 3], [1, 0, 0, 0, 0, 1])
/// ```
public struct Tensor: Hashable, Sendable {
    /// The lengths of the axes.
    public let shape: Shape
    /// The numbers, `shape.count` of them.
    public var values: [Float] {
        didSet { Self.check(shape, values) }
    }

    /// Creates a tensor; the count of the numbers must be the shape's.
    public init(_ shape: Shape, _ values: [Float]) {
        Self.check(shape, values)
        self.shape = shape
        self.values = values
    }

    private static func check(_ shape: Shape, _ values: [Float]) {
        guard values.count == shape.count else {
            trap(ShapeError("tensor", shape, "can not hold \(values.count) numbers"))
        }
    }
}
