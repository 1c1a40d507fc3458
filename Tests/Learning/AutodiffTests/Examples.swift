import Testing

@testable import Autodiff

extension Parameters {
    /// Parameters of these shapes, all ones, named "0", "1" ….
    init(ones shapes: Shape...) {
        self.init()
        var unused = SystemRandomNumberGenerator()
        for (number, shape) in shapes.enumerated() {
            _ = add("\(number)", shape, .ones, using: &unused)
        }
    }
}

extension Tape {
    /// Zeros of a shape.
    func zeros(_ shape: Shape) -> Variable {
        constant(Tensor(shape, [Float](repeating: 0, count: shape.count)))
    }
}
