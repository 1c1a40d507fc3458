import Autodiff

/// A linear map with its numbers where they are on a tape, for operations that cover a whole part of a layer.
struct BoundMap {
    /// inputs × outputs.
    let weight: Matrix
    let bias: UnsafePointer<Float>?
    private let adapter: BoundLowRank?
    let kernels: Kernels

    init(_ map: Linear, on tape: Tape) {
        weight = Matrix(tape.floats(of: map.weight), rows: map.inputs, columns: map.outputs)
        bias = map.bias.map { tape.floats(of: $0) }
        adapter = map.adapter.map { BoundLowRank($0, on: tape) }
        kernels = tape.kernels
    }

    /// y = x·W + b, and what an adapter adds.
    func callAsFunction(_ x: UnsafePointer<Float>, rows: Int, into y: MutableMatrix) {
        let xs = Matrix(x, rows: rows, columns: weight.rows)
        kernels.multiply(xs, weight, into: y, from: bias.map { .row($0) } ?? .zero)
        adapter?.add(xs, to: y)
    }

    /// y = stream + b + x·W, and what an adapter adds.
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
        let (xs, ys) = (
            Matrix(x, rows: rows, columns: weight.rows), MutableMatrix(y, rows: rows, columns: width)
        )
        kernels.multiply(xs, weight, into: ys, from: start)
        adapter?.add(xs, to: ys)
    }

    /// The gradient of x: dy·Wᵀ, or that added to what is there.
    func inputGradient(_ gradient: Matrix, into result: UnsafeMutablePointer<Float>, adding: Bool = false) {
        let sum = MutableMatrix(result, rows: gradient.rows, columns: weight.rows)
        kernels.multiply(gradient, weight.transposed, into: sum, from: adding ? .result : .zero)
        adapter?.addInputGradient(gradient, to: sum)
    }
}

/// Where a linear map's gradient is summed up, on the way back: that of what is learnt of it.
struct BoundMapGradient {
    private let inputs: Int
    private let weight: MutableMatrix?
    private let bias: UnsafeMutablePointer<Float>?
    private let adapter: (map: BoundLowRank, down: MutableMatrix, up: MutableMatrix)?
    private let kernels: Kernels

    init(_ map: Linear, on tape: Tape) {
        func sum(_ parameter: Parameter) -> MutableMatrix? {
            tape.gradientFloats(ifLearnt: parameter).map {
                MutableMatrix($0, rows: parameter.shape.rows, columns: parameter.shape.features)
            }
        }
        inputs = map.inputs
        weight = sum(map.weight)
        bias = map.bias.flatMap { tape.gradientFloats(ifLearnt: $0) }
        adapter = map.adapter.flatMap { adapter in
            guard let down = sum(adapter.down), let up = sum(adapter.up) else { return nil }
            return (BoundLowRank(adapter, on: tape), down, up)
        }
        kernels = tape.kernels
    }

    /// Adds xᵀ·dy to that of the weight, and all rows of dy to that of the bias.
    func add(at x: UnsafePointer<Float>, _ gradient: Matrix) {
        let xs = Matrix(x, rows: gradient.rows, columns: inputs)
        if let weight { kernels.multiply(xs.transposed, gradient, into: weight, from: .result, inBlocks: false) }
        if let bias { kernels.addRows(gradient, to: bias) }
        if let adapter { adapter.map.addGradient(at: xs, gradient, down: adapter.down, up: adapter.up) }
    }
}
