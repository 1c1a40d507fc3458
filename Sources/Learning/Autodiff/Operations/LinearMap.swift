extension Tape {
    /// x·W + b for every row of x.
    ///
    /// - Parameters:
    ///   - x: … × inputs.
    ///   - weight: inputs × outputs.
    ///   - bias: outputs, or nil for none.
    /// - Returns: … × outputs.
    public func linear(_ x: Variable, _ weight: any Operand, _ bias: (any Operand)? = nil) -> Variable {
        guard weight.shape.lengths.count == 2, weight.shape.rows == x.shape.features else {
            trap(ShapeError("linear", x.shape, "can not be multiplied by \(weight.shape)"))
        }
        return product(x, weight, transposed: false, bias)
    }

    /// x·Wᵀ + b for every row of x: a linear map by a table of its outputs' weights, such as a head that shares the embedding's
    /// table (Press, Wolf 2017).
    ///
    /// - Parameters:
    ///   - x: … × inputs.
    ///   - table: outputs × inputs.
    ///   - bias: outputs, or nil for none.
    /// - Returns: … × outputs.
    public func linear(
        _ x: Variable, transposed table: any Operand, _ bias: (any Operand)? = nil
    ) -> Variable {
        guard table.shape.lengths.count == 2, table.shape.features == x.shape.features else {
            trap(ShapeError("linear", x.shape, "can not be multiplied by \(table.shape), transposed"))
        }
        return product(x, table, transposed: true, bias)
    }

    private func product(
        _ x: Variable, _ weight: any Operand, transposed: Bool, _ bias: (any Operand)?
    ) -> Variable {
        let (rows, inputs) = (x.shape.rows, x.shape.features)
        let outputs = transposed ? weight.shape.rows : weight.shape.features
        let input = node(of: x)
        let y = Storage(count: rows * outputs)
        if let bias {
            guard bias.shape == [outputs] else {
                trap(ShapeError("linear", weight.shape, "can not have a bias of \(bias.shape)"))
            }
        }
        /// inputs × outputs.
        func matrix(_ tape: Tape) -> Matrix {
            let stored = Matrix(tape.floats(of: weight), rows: weight.shape.rows, columns: weight.shape.features)
            return transposed ? stored.transposed : stored
        }
        let xs = Matrix(input.values.floats, rows: rows, columns: inputs)
        kernels.multiply(
            xs, matrix(self), into: MutableMatrix(y.floats, rows: rows, columns: outputs),
            from: bias.map { .row(floats(of: $0)) } ?? .zero)

        return record(y, x.shape.with(features: outputs), needsGradient: true) { tape, gradient in
            let dy = Matrix(gradient.floats, rows: rows, columns: outputs)
            if let sum = tape.gradientFloats(ifLearnt: weight) {
                let dw = MutableMatrix(sum, rows: weight.shape.rows, columns: weight.shape.features)
                // dW = xᵀ·dy
                let xs = Matrix(input.values.floats, rows: rows, columns: inputs)
                if transposed {
                    tape.kernels.multiply(dy.transposed, xs, into: dw, from: .result, inBlocks: false)
                } else {
                    tape.kernels.multiply(xs.transposed, dy, into: dw, from: .result, inBlocks: false)
                }
            }
            if let bias, let sum = tape.gradientFloats(ifLearnt: bias) { tape.kernels.addRows(dy, to: sum) }
            guard input.needsGradient else { return }
            // dx = dy·Wᵀ
            let dx = Storage(count: rows * inputs)
            tape.kernels.multiply(
                dy, matrix(tape).transposed, into: MutableMatrix(dx.floats, rows: rows, columns: inputs))
            input.receive(dx)
        }
    }
}
