import Autodiff

/// Rows after a norm, and what its way back needs.
struct NormedRows {
    let values: Storage
    private let x: Storage
    private let statistics: RowStatistics

    init(_ x: Storage, rows: Int, _ norm: Norm, on tape: Tape) {
        self.x = x
        let features = norm.gain.shape.features
        values = Storage(count: rows * features)
        statistics = RowStatistics(
            x.floats, rows: rows, columns: features, centred: norm.kind.isCentred, epsilon: norm.kind.epsilon)
        tape.kernels.norm(
            statistics, gain: tape.floats(of: norm.gain), bias: norm.bias.map { tape.floats(of: $0) }, into: values)
    }

    /// The gradient of x: that of the norm, plus another that reaches x directly.
    func gradient(_ gradient: Storage, _ norm: Norm, plus other: Storage, on tape: Tape) -> Storage {
        let result = Storage(count: gradient.count)
        tape.kernels.normGradient(
            statistics, gain: tape.floats(of: norm.gain), gradient: gradient, into: result,
            gainGradient: tape.gradientFloats(of: norm.gain),
            biasGradient: norm.bias.map { tape.gradientFloats(of: $0) })
        tape.kernels.add(result, other, into: result)
        return result
    }
}
