import CKernels

/// What works on rows.
extension Kernels {
    /// Softmax of `scale` times every row, of which only the first `visible + row · step` entries are seen.
    package func softmax(
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
    package func norm(
        _ statistics: RowStatistics, gain: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        into y: UnsafeMutablePointer<Float>
    ) {
        var norm = statistics.kernel(gain: gain, bias: bias, y: y)
        table.pointee.norm(&norm)
    }

    /// Adds to the gradients of gain and bias, and writes that of x, plus another that reaches x directly.
    package func normGradient(
        _ statistics: RowStatistics, gain: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
        plus other: UnsafePointer<Float>? = nil, into result: UnsafeMutablePointer<Float>?,
        gainGradient: UnsafeMutablePointer<Float>?, biasGradient: UnsafeMutablePointer<Float>?
    ) {
        var norm = statistics.kernel(gain: gain, bias: nil, y: nil)
        // That of a gain that is not learnt is summed up where nobody reads it.
        let room = gainGradient == nil ? Storage(repeating: 0, count: statistics.columns) : nil
        guard let sum = gainGradient ?? room?.floats else { return }
        table.pointee.norm_gradient(&norm, gradient, other, result, sum, biasGradient)
    }

    /// Adds every row to the sum.
    package func addRows(_ x: Matrix, to sum: UnsafeMutablePointer<Float>) {
        table.pointee.add_rows(x.rows, x.columns, x.rowStride, x.floats, sum)
    }

    /// y = silu(gate) ∘ value: rows of x hold the gates, then the values.
    package func swiGLU(
        _ x: UnsafePointer<Float>, rows: Int, columns: Int, into y: UnsafeMutablePointer<Float>
    ) {
        table.pointee.swiglu(rows, columns, x, y)
    }

    /// The gradient of x, and y again.
    package func swiGLUGradient(
        _ x: UnsafePointer<Float>, rows: Int, columns: Int, gradient: UnsafePointer<Float>,
        into result: UnsafeMutablePointer<Float>, again y: UnsafeMutablePointer<Float>
    ) {
        table.pointee.swiglu_gradient(rows, columns, x, gradient, result, y)
    }

    /// Fills the statistics of rows of logits.
    package func score(_ logits: LogitStatistics) {
        var scores = logits.kernel
        table.pointee.score(&scores)
    }

    /// Σ p · (u - v - shift) of each row, where p is the softmax of u = scale · (x - largest x), v the reference's u.
    package func diverge(
        _ logits: LogitStatistics, from reference: LogitStatistics, shift: [Float]
    ) -> [Float] {
        var (scores, others) = (logits.kernel, reference.kernel)
        return [Float](unsafeUninitializedCapacity: logits.rows) { divergence, count in
            count = logits.rows
            guard let start = divergence.baseAddress else { return }
            table.pointee.diverge(&scores, &others, shift, start)
        }
    }

    /// Puts the gradient of the logits in their place: `choice` at the row's choice, and p · (level + tilt · u + pull · (u - v))
    /// at every logit, all times the scale.
    package func scoreGradient(
        _ logits: LogitStatistics, from reference: LogitStatistics?, choices: [Int], choice: [Float], level: [Float],
        tilt: [Float], pull: [Float]
    ) {
        choices.withUnsafeBufferPointer { choices in
            choice.withUnsafeBufferPointer { choice in
                level.withUnsafeBufferPointer { level in
                    tilt.withUnsafeBufferPointer { tilt in
                        pull.withUnsafeBufferPointer { pull in
                            guard let choices = choices.baseAddress, let choice = choice.baseAddress,
                                let level = level.baseAddress, let tilt = tilt.baseAddress,
                                let pull = pull.baseAddress
                            else { return }
                            var slopes = ck_score_slopes(
                                choices: choices, choice: choice, level: level, tilt: tilt, pull: pull)
                            var scores = logits.kernel
                            guard var others = reference?.kernel else {
                                return table.pointee.score_gradient(&scores, nil, &slopes, logits.floats)
                            }
                            table.pointee.score_gradient(&scores, &others, &slopes, logits.floats)
                        }
                    }
                }
            }
        }
    }
}

extension LogitStatistics {
    fileprivate var kernel: ck_scores {
        ck_scores(
            rows: rows, columns: columns, scale: scale, x: floats, largest: largest.floats, sum: sums.floats,
            products: products.floats)
    }
}

extension RowStatistics {
    fileprivate func kernel(
        gain: UnsafePointer<Float>, bias: UnsafePointer<Float>?, y: UnsafeMutablePointer<Float>?
    ) -> ck_norm {
        ck_norm(
            rows: rows.count, columns: columns, centred: centred ? 1 : 0, epsilon: epsilon,
            x: x + rows.lowerBound * columns, gain: gain, bias: bias, y: y, mean: means.floats + rows.lowerBound,
            scale: scales.floats + rows.lowerBound)
    }
}
