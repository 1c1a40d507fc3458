import CKernels

/// The inner loops for one vector width of this processor: the only door to the C code.
///
/// All widths give the same bits.
struct Kernels: @unchecked Sendable {
    private let table: UnsafePointer<ck_kernels>

    /// Nil if this processor has no such vectors.
    init?(bits: Int) {
        guard let table = ck_kernels(CInt(bits)) else { return nil }
        self.table = table
    }

    /// Those of this processor's widest vectors.
    static let widest: Kernels = [512, 256].lazy.compactMap { Kernels(bits: $0) }.first ?? Kernels(bits: 128)!

    var bits: Int { Int(table.pointee.width) }

    /// C = A·B, C = A·B + start in every row, or C += A·B.
    func multiply(
        _ a: Matrix, _ b: Matrix, into c: MutableMatrix, start: UnsafePointer<Float>? = nil, adding: Bool = false
    ) {
        assert(a.columns == b.rows && a.rows == c.rows && b.columns == c.columns && b.columnStride == 1)
        var product = ck_product(
            rows: a.rows, columns: b.columns, depth: a.columns,
            a: a.floats, a_row: a.rowStride, a_column: a.columnStride,
            b: b.floats, b_row: b.rowStride, c: c.floats, c_row: c.rowStride, start: start,
            accumulate: adding ? 1 : 0)
        table.pointee.multiply(&product)
    }

    /// A copy with rows and columns exchanged, without gaps between its rows.
    func transpose(_ x: Matrix, into copy: Storage) {
        assert(x.columnStride == 1 && copy.count >= x.rows * x.columns)
        table.pointee.transpose(x.rows, x.columns, x.rowStride, x.floats, copy.floats)
    }

    /// Softmax of `scale` times every row, of which only the first `visible + row · step` entries are seen.
    func softmax(
        _ x: Matrix, into y: MutableMatrix, scale: Float = 1, visible: Int, step: Int = 0,
        largest: UnsafeMutablePointer<Float>? = nil, sum: UnsafeMutablePointer<Float>? = nil
    ) {
        assert(x.rows == y.rows && x.columns == y.columns && x.rowStride == y.rowStride)
        var softmax = ck_softmax(
            rows: x.rows, columns: x.columns, stride: x.rowStride, visible: visible, step: step, scale: scale,
            x: x.floats, y: y.floats, largest: largest, sum: sum)
        table.pointee.softmax(&softmax)
    }

    /// Turns the gradient of y = softmax(scale · x) into that of x.
    func softmaxGradient(_ y: Matrix, _ gradient: MutableMatrix, scale: Float) {
        table.pointee.softmax_gradient(y.rows, y.columns, y.rowStride, scale, y.floats, gradient.floats)
    }

    /// (x - mean) · scale ∘ gain + bias, row by row; fills the statistics.
    func norm(
        _ statistics: RowStatistics, gain: UnsafePointer<Float>, bias: UnsafePointer<Float>?, into y: Storage
    ) {
        var norm = statistics.kernel(gain: gain, bias: bias, y: y.floats)
        table.pointee.norm(&norm)
    }

    /// Adds to the gradients of gain and bias, and writes that of x.
    func normGradient(
        _ statistics: RowStatistics, gain: UnsafePointer<Float>, gradient: Storage, into result: Storage?,
        gainGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>?
    ) {
        var norm = statistics.kernel(gain: gain, bias: nil, y: nil)
        table.pointee.norm_gradient(&norm, gradient.floats, result?.floats, gainGradient, biasGradient)
    }

    /// Adds every row to the sum.
    func addRows(_ x: Matrix, to sum: UnsafeMutablePointer<Float>) {
        table.pointee.add_rows(x.rows, x.columns, x.floats, sum)
    }

    /// sum = x + y; the sum may be one of them.
    func add(_ x: Storage, _ y: Storage, into sum: Storage) {
        table.pointee.add(sum.count, x.floats, y.floats, sum.floats)
    }

    /// sum ← (sum + terms[0] + terms[1] + …) · factor, every number by itself in this order.
    ///
    /// Piece by piece, so that the sum stays in the first cache while all terms are added to it.
    func addAll(_ terms: [Storage], to sum: Storage, thenScaleBy factor: Float) {
        let piece = 4096
        for start in stride(from: 0, to: sum.count, by: piece) {
            let count = min(piece, sum.count - start)
            let place = sum.floats + start
            for term in terms { table.pointee.add(count, place, term.floats + start, place) }
            table.pointee.scale(count, factor, place)
        }
    }

    /// x ← factor · x.
    func scale(_ x: Storage, by factor: Float) {
        table.pointee.scale(x.count, factor, x.floats)
    }

    /// One step of Adam: m ← β₁m + (1 - β₁)g, v ← β₂v + (1 - β₂)g², θ ← shrink · θ - step · m / (√v / correction + ε).
    func adam(
        betas: (Float, Float), step: Float, correction: Float, epsilon: Float, shrink: Float,
        gradient: Storage, mean: Storage, square: Storage, parameters: Storage
    ) {
        var adam = ck_adam(
            kept_mean: betas.0, kept_square: betas.1, step: step, correction: correction, epsilon: epsilon,
            shrink: shrink)
        table.pointee.adam(
            &adam, gradient.count, gradient.floats, mean.floats, square.floats, parameters.floats)
    }

    /// y = f(x), number by number.
    func map(_ function: SmoothFunction, _ x: Storage, into y: Storage) {
        let kernel =
            switch function {
            case .exp: table.pointee.exp
            case .tanh: table.pointee.tanh
            case .sigmoid: table.pointee.sigmoid
            case .gelu: table.pointee.gelu
            case .silu: table.pointee.silu
            }
        kernel(x.count, x.floats, y.floats)
    }

    func geluGradient(_ x: Storage, _ gradient: Storage, into result: Storage) {
        table.pointee.gelu_gradient(x.count, x.floats, gradient.floats, result.floats)
    }

    func siluGradient(_ x: Storage, _ gradient: Storage, into result: Storage) {
        table.pointee.silu_gradient(x.count, x.floats, gradient.floats, result.floats)
    }
}

extension RowStatistics {
    fileprivate func kernel(
        gain: UnsafePointer<Float>, bias: UnsafePointer<Float>?, y: UnsafeMutablePointer<Float>?
    ) -> ck_norm {
        ck_norm(
            rows: rows, columns: columns, centred: centred ? 1 : 0, epsilon: epsilon, x: x, gain: gain, bias: bias,
            y: y, mean: means.floats, scale: scales.floats)
    }
}

/// The functions of one number that have kernels.
enum SmoothFunction {
    case exp, tanh, sigmoid, gelu, silu
}
