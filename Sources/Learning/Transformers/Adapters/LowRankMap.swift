import Autodiff
import DeterministicMath

/// What an adapter adds to a linear map: alpha/rank · (x·A)·B.
struct LowRankMap: Sendable {
    /// A: inputs × rank.
    let down: Parameter
    /// B: rank × outputs.
    let up: Parameter
    /// alpha / rank.
    let scale: Float

    /// Adds A and B as `name.lora_A.weight` and `name.lora_B.weight`, A uniform within 1/√inputs and B 0, as PEFT begins.
    init(
        _ name: String, inputs: Int, outputs: Int, _ settings: LowRank, in parameters: inout Parameters,
        using generator: inout some RandomNumberGenerator
    ) throws(LowRankError) {
        let limit = min(inputs, outputs)
        guard settings.rank <= limit else { throw .rankAbove(settings.rank, map: name, limit: limit) }
        down = parameters.add(
            "\(name).lora_A.weight", [inputs, settings.rank], .fan(in: inputs), using: &generator)
        up = parameters.add("\(name).lora_B.weight", [settings.rank, outputs], .zeros, using: &generator)
        scale = settings.scale
    }
}

/// An adapter with its numbers where they are on a tape.
struct BoundLowRank {
    private let down: Matrix
    private let up: Matrix
    private let scale: Float
    private let kernels: Kernels

    init(_ map: LowRankMap, on tape: Tape) {
        self.init(
            map, tape.floats(of: map.down), tape.floats(of: map.up), kernels: tape.kernels)
    }

    private init(_ map: LowRankMap, _ down: UnsafePointer<Float>, _ up: UnsafePointer<Float>, kernels: Kernels) {
        self.down = Matrix(down, rows: map.down.shape.rows, columns: map.down.shape.features)
        self.up = Matrix(up, rows: map.up.shape.rows, columns: map.up.shape.features)
        scale = map.scale
        self.kernels = kernels
    }

    /// y += scale · (x·A)·B.
    func add(_ x: Matrix, to y: MutableMatrix) {
        let inner = scaled(x, down)
        kernels.multiply(inner.matrix, up, into: y, from: .result, inBlocks: false)
    }

    /// dx += scale · (dy·Bᵀ)·Aᵀ.
    func addInputGradient(_ gradient: Matrix, to result: MutableMatrix) {
        let inner = scaled(gradient, up.transposed)
        kernels.multiply(inner.matrix, down.transposed, into: result, from: .result, inBlocks: false)
    }

    /// dA += xᵀ·(scale · dy·Bᵀ), dB += (scale · x·A)ᵀ·dy.
    func addGradient(at x: Matrix, _ gradient: Matrix, down dA: MutableMatrix, up dB: MutableMatrix) {
        let (slopes, inner) = (scaled(gradient, up.transposed), scaled(x, down))
        kernels.multiply(x.transposed, slopes.matrix, into: dA, from: .result, inBlocks: false)
        kernels.multiply(inner.matrix.transposed, gradient, into: dB, from: .result, inBlocks: false)
    }

    /// scale · x·W, with as many columns as the rank.
    private func scaled(_ x: Matrix, _ weight: Matrix) -> Inner {
        let inner = Inner(storage: Storage(count: x.rows * weight.columns), rows: x.rows, columns: weight.columns)
        kernels.multiply(
            x, weight, into: MutableMatrix(inner.storage.floats, rows: x.rows, columns: weight.columns))
        for i in 0..<inner.storage.count { inner.storage.floats[i] *= scale }
        return inner
    }

    /// What lies between A and B.
    private struct Inner {
        let storage: Storage
        let rows: Int
        let columns: Int
        var matrix: Matrix { Matrix(storage.floats, rows: rows, columns: columns) }
    }
}

extension LowRankMap {
    /// W += scale · A·B.
    func merge(into weight: UnsafeMutablePointer<Float>, with parameters: Parameters) {
        let (inputs, rank, outputs) = (down.shape.rows, down.shape.features, up.shape.features)
        var scaled = parameters[down].values
        for i in scaled.indices { scaled[i] *= scale }
        let product = MutableMatrix(weight, rows: inputs, columns: outputs)
        scaled.withUnsafeBufferPointer { down in
            parameters.withFloats(of: up) { up in
                guard let down = down.baseAddress, let up = up.baseAddress else { return }
                Kernels.widest.multiply(
                    Matrix(down, rows: inputs, columns: rank), Matrix(up, rows: rank, columns: outputs), into: product,
                    from: .result, inBlocks: false)
            }
        }
    }
}
