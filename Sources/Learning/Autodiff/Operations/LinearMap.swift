extension Tape {
    /// x·W + b for every row of x.
    ///
    /// - Parameters:
    ///   - x: … × inputs.
    ///   - weight: inputs × outputs.
    ///   - bias: outputs, or nil for none.
    /// - Returns: … × outputs.
    public func linear(_ x: Variable, _ weight: Parameter, _ bias: Parameter? = nil) -> Variable {
        guard weight.shape.lengths.count == 2, weight.shape.rows == x.shape.features else {
            trap(ShapeError("linear", x.shape, "can not be multiplied by \(weight.shape)"))
        }
        let (rows, inputs, outputs) = (x.shape.rows, x.shape.features, weight.shape.features)
        let input = node(of: x)
        let y = Storage(count: rows * outputs)
        if let bias {
            guard bias.shape == [outputs] else {
                trap(ShapeError("linear", weight.shape, "can not have a bias of \(bias.shape)"))
            }
        }
        let w = Matrix(floats(of: weight), rows: inputs, columns: outputs)
        kernels.multiply(
            Matrix(input.values.floats, rows: rows, columns: inputs), w,
            into: MutableMatrix(y.floats, rows: rows, columns: outputs), start: bias.map(floats))

        return record(y, x.shape.with(features: outputs), needsGradient: true) { tape, gradient in
            let dy = Matrix(gradient.floats, rows: rows, columns: outputs)
            // dW = xᵀ·dy
            tape.kernels.multiply(
                Matrix(input.values.floats, rows: rows, columns: inputs).transposed, dy,
                into: MutableMatrix(tape.gradientFloats(of: weight), rows: inputs, columns: outputs), adding: true)
            if let bias { tape.kernels.addRows(dy, to: tape.gradientFloats(of: bias)) }
            guard input.needsGradient else { return }
            // dx = dy·Wᵀ
            let transposed = Storage(count: inputs * outputs)
            tape.kernels.transpose(
                Matrix(tape.floats(of: weight), rows: inputs, columns: outputs), into: transposed)
            let dx = Storage(count: rows * inputs)
            tape.kernels.multiply(
                dy, Matrix(transposed.floats, rows: outputs, columns: inputs),
                into: MutableMatrix(dx.floats, rows: rows, columns: inputs))
            input.receive(dx)
        }
    }
}
