import CKernels

/// The inner loops for one vector width of this processor: with its extensions the only door to the C code.
///
/// All widths give the same bits, and what is computed for one row does not depend on how many other rows there are.
package struct Kernels: @unchecked Sendable {
    let table: UnsafePointer<ck_kernels>

    /// Nil if this processor has no such vectors.
    package init?(bits: Int) {
        guard let table = ck_kernels(CInt(bits)) else { return nil }
        self.table = table
    }

    /// Those of this processor's widest vectors.
    package static let widest: Kernels = [512, 256].lazy.compactMap { Kernels(bits: $0) }.first ?? Kernels(bits: 128)!

    package var bits: Int { Int(table.pointee.width) }

    /// What a product's sums begin with.
    package enum Start {
        /// Nothing: C = A·B.
        case zero
        /// A row, the same for every row of C.
        case row(UnsafePointer<Float>)
        /// A matrix as large as C, its rows `stride` apart.
        case matrix(UnsafePointer<Float>, stride: Int)
        /// C itself: C += A·B.
        case result
    }

    /// C = A·B, plus what the sums start with.
    ///
    /// - Parameter inBlocks: whether sums of more than 512 products are made of sums of 128, which are nearer to the exact ones. Not
    ///   where a sum is made in several calls: it would depend on how it is divided.
    package func multiply(
        _ a: Matrix, _ b: Matrix, into c: MutableMatrix, from start: Start = .zero, inBlocks: Bool = true
    ) {
        assert(a.columns == b.rows && a.rows == c.rows && b.columns == c.columns)
        assert(b.columnStride == 1 || b.rowStride == 1)
        let (floats, stride): (UnsafePointer<Float>?, Int) =
            switch start {
            case .zero: (nil, 0)
            case .row(let row): (row, 0)
            case .matrix(let floats, let stride): (floats, stride)
            case .result: (UnsafePointer(c.floats), c.rowStride)
            }
        var product = ck_product(
            rows: a.rows, columns: b.columns, depth: a.columns,
            a: a.floats, a_row: a.rowStride, a_column: a.columnStride,
            b: b.floats, b_row: b.rowStride, b_column: b.columnStride, c: c.floats, c_row: c.rowStride, start: floats,
            start_row: stride, in_blocks: inBlocks ? 1 : 0)
        table.pointee.multiply(&product)
    }

    /// A copy with rows and columns exchanged, its rows filled up with zeros to a whole number of 16 floats.
    package func transpose(_ x: Matrix, into copy: UnsafeMutablePointer<Float>, rowStride: Int) {
        assert(x.columnStride == 1 && rowStride >= (x.rows + 15) / 16 * 16)
        table.pointee.transpose(x.rows, x.columns, x.rowStride, x.floats, rowStride, copy)
    }

    /// sum = x + y; the sum may be one of them.
    package func add(_ x: Storage, _ y: Storage, into sum: Storage) {
        table.pointee.add(sum.count, x.floats, y.floats, sum.floats)
    }

    /// x ← factor · x.
    package func scale(_ x: Storage, by factor: Float) {
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
    package func map(
        _ function: SmoothFunction, _ x: UnsafePointer<Float>, count: Int, into y: UnsafeMutablePointer<Float>
    ) {
        let kernel =
            switch function {
            case .exp: table.pointee.exp
            case .tanh: table.pointee.tanh
            case .sigmoid: table.pointee.sigmoid
            case .gelu: table.pointee.gelu
            case .silu: table.pointee.silu
            }
        kernel(count, x, y)
    }

    /// dx = dy · gelu′(x), and y again if there is room for it.
    package func geluGradient(
        _ x: UnsafePointer<Float>, count: Int, gradient: UnsafePointer<Float>,
        into result: UnsafeMutablePointer<Float>, again y: UnsafeMutablePointer<Float>? = nil
    ) {
        table.pointee.gelu_gradient(count, x, gradient, result, y)
    }

    /// dx = dy · silu′(x).
    package func siluGradient(
        _ x: UnsafePointer<Float>, count: Int, gradient: UnsafePointer<Float>,
        into result: UnsafeMutablePointer<Float>
    ) {
        table.pointee.silu_gradient(count, x, gradient, result, nil)
    }
}

/// The functions of one number that have kernels.
package enum SmoothFunction {
    case exp, tanh, sigmoid, gelu, silu
}
