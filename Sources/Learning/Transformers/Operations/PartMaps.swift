import Autodiff

/// The linear maps within an operation that covers a whole part of a layer.
extension Tape {
    private func weight(_ map: Linear) -> Matrix {
        Matrix(floats(of: map.weight), rows: map.inputs, columns: map.outputs)
    }

    /// y = x·W + b.
    func apply(_ map: Linear, to x: Storage, rows: Int, into y: MutableMatrix) {
        kernels.multiply(
            Matrix(x.floats, rows: rows, columns: map.inputs), weight(map), into: y,
            from: map.bias.map { .row(floats(of: $0)) } ?? .zero)
    }

    /// stream + b + x·W.
    func added(_ x: Storage, _ map: Linear, to stream: Storage, rows: Int) -> Storage {
        let y = Storage(count: rows * map.outputs)
        var start = Kernels.Start.matrix(stream.floats, stride: map.outputs)
        if let bias = map.bias {
            let b = floats(of: bias)
            for row in 0..<rows {
                let place = row * map.outputs
                for i in 0..<map.outputs { y.floats[place + i] = stream.floats[place + i] + b[i] }
            }
            start = .result
        }
        kernels.multiply(
            Matrix(x.floats, rows: rows, columns: map.inputs), weight(map),
            into: MutableMatrix(y.floats, rows: rows, columns: map.outputs), from: start)
        return y
    }

    /// Adds to the gradients of weight and bias; writes that of x, or adds to it.
    func linearGradient(
        _ map: Linear, at x: Storage, _ gradient: Matrix, into result: MutableMatrix, adding: Bool
    ) {
        let xs = Matrix(x.floats, rows: gradient.rows, columns: map.inputs)
        kernels.multiply(
            xs.transposed, gradient,
            into: MutableMatrix(gradientFloats(of: map.weight), rows: map.inputs, columns: map.outputs),
            from: .result)
        if let bias = map.bias { kernels.addRows(gradient, to: gradientFloats(of: bias)) }
        kernels.multiply(gradient, weight(map).transposed, into: result, from: adding ? .result : .zero)
    }

    /// Adds to the gradients of weight and bias; returns that of x.
    func linearGradient(_ map: Linear, at x: Storage, _ gradient: Storage, rows: Int) -> Storage {
        let result = Storage(count: rows * map.inputs)
        linearGradient(
            map, at: x, Matrix(gradient.floats, rows: rows, columns: map.outputs),
            into: MutableMatrix(result.floats, rows: rows, columns: map.inputs), adding: false)
        return result
    }
}
