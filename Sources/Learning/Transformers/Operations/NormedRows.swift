import Autodiff

/// Rows of the stream, and what the norm before a part makes of them, some rows at a time.
struct NormedRows {
    /// So many rows are worked on together, that what lies between two products stays in the caches.
    static let tile = 128

    /// The rows, tile by tile.
    static func tiles(of rows: Int) -> [Range<Int>] {
        stride(from: 0, to: rows, by: tile).map { $0..<min($0 + tile, rows) }
    }

    private let x: Storage
    private let statistics: RowStatistics
    private let norm: Norm
    private let features: Int

    init(_ x: Storage, rows: Int, _ norm: Norm) {
        self.x = x
        self.norm = norm
        features = norm.gain.shape.features
        statistics = RowStatistics(
            x.floats, rows: rows, columns: features, centred: norm.kind.isCentred, epsilon: norm.kind.epsilon)
    }

    /// Writes some rows after the norm.
    func write(_ rows: Range<Int>, into y: Storage, on tape: Tape) {
        tape.kernels.norm(
            statistics.of(rows), gain: tape.floats(of: norm.gain), bias: norm.bias.map { tape.floats(of: $0) },
            into: y.floats)
    }

    /// Writes the gradient of some rows of the stream: that of the norm, plus the one that reaches them directly.
    ///
    /// - Parameters:
    ///   - gradient: of these rows after the norm.
    ///   - direct, result: of all rows of the stream.
    func gradient(_ rows: Range<Int>, of gradient: Storage, plus direct: Storage, into result: Storage, on tape: Tape) {
        let place = rows.lowerBound * features
        tape.kernels.normGradient(
            statistics.of(rows), gain: tape.floats(of: norm.gain), gradient: gradient.floats,
            plus: direct.floats + place, into: result.floats + place,
            gainGradient: tape.gradientFloats(ifLearnt: norm.gain),
            biasGradient: norm.bias.flatMap { tape.gradientFloats(ifLearnt: $0) })
    }
}
