import Autodiff

/// A linear map with its numbers where they are on a tape, for operations that cover a whole part of a layer.
struct BoundMap {
    /// inputs × outputs.
    let weight: Matrix
    let bias: UnsafePointer<Float>?
    let kernels: Kernels

    init(_ map: Linear, on tape: Tape) {
        weight = Matrix(tape.floats(of: map.weight), rows: map.inputs, columns: map.outputs)
        bias = map.bias.map { tape.floats(of: $0) }
        kernels = tape.kernels
    }

    /// y = x·W + b.
    func callAsFunction(_ x: UnsafePointer<Float>, rows: Int, into y: MutableMatrix) {
        kernels.multiply(
            Matrix(x, rows: rows, columns: weight.rows), weight, into: y, from: bias.map { .row($0) } ?? .zero)
    }

    /// y = stream + b + x·W.
    func add(_ x: UnsafePointer<Float>, rows: Int, to stream: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>)
    {
        let width = weight.columns
        var start = Kernels.Start.matrix(stream, stride: width)
        if let bias {
            for row in 0..<rows {
                for i in row * width..<(row + 1) * width { y[i] = stream[i] + bias[i - row * width] }
            }
            start = .result
        }
        kernels.multiply(
            Matrix(x, rows: rows, columns: weight.rows), weight,
            into: MutableMatrix(y, rows: rows, columns: width), from: start)
    }

    /// The gradient of x: dy·Wᵀ, or that added to what is there.
    func inputGradient(_ gradient: Matrix, into result: UnsafeMutablePointer<Float>, adding: Bool = false) {
        kernels.multiply(
            gradient, weight.transposed, into: MutableMatrix(result, rows: gradient.rows, columns: weight.rows),
            from: adding ? .result : .zero)
    }
}

/// Where a linear map's gradient is summed up, on the way back.
struct BoundMapGradient {
    private let weight: MutableMatrix
    private let bias: UnsafeMutablePointer<Float>?
    private let kernels: Kernels

    init(_ map: Linear, on tape: Tape) {
        weight = MutableMatrix(tape.gradientFloats(of: map.weight), rows: map.inputs, columns: map.outputs)
        bias = map.bias.map { tape.gradientFloats(of: $0) }
        kernels = tape.kernels
    }

    /// Adds xᵀ·dy to that of the weight, and all rows of dy to that of the bias.
    func add(at x: UnsafePointer<Float>, _ gradient: Matrix) {
        kernels.multiply(
            Matrix(x, rows: gradient.rows, columns: weight.rows).transposed, gradient, into: weight, from: .result,
            inBlocks: false)
        if let bias { kernels.addRows(gradient, to: bias) }
    }
}
