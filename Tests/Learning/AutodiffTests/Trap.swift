import Testing

@testable import Autodiff

/// Expects that the program stopped with a message.
func expectMessage(_ message: String, in result: ExitTest.Result?, sourceLocation: SourceLocation = #_sourceLocation) {
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains(message), sourceLocation: sourceLocation)
}

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
