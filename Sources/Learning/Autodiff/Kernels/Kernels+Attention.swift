import CKernels

/// The attention of one head: the last rows of some positions, each of which sees the positions before it and itself.
package struct HeadAttention {
    /// rows × width.
    let queries: Matrix
    /// width × positions, every row filled up with zeros to a whole number of 16 floats.
    let transposedKeys: UnsafePointer<Float>
    /// positions × width.
    let values: Matrix
    /// softmax(scale · query · key), rows × positions; rows are as long as those of the transposed keys.
    let weights: UnsafeMutablePointer<Float>
    let scale: Float

    package init(
        queries: Matrix, transposedKeys: UnsafePointer<Float>, values: Matrix, weights: UnsafeMutablePointer<Float>,
        scale: Float
    ) {
        self.queries = queries
        self.transposedKeys = transposedKeys
        self.values = values
        self.weights = weights
        self.scale = scale
    }

    /// The length of a row of weights for so many positions.
    package static func rowLength(positions: Int) -> Int { (positions + 15) / 16 * 16 }

    fileprivate func kernel(output: MutableMatrix?) -> ck_attention {
        assert(queries.columns == values.columns && queries.rows <= values.rows)
        return ck_attention(
            rows: queries.rows, keys: values.rows, width: queries.columns, scale: scale, queries: queries.floats,
            queries_row: queries.rowStride, transposed_keys: transposedKeys, values: values.floats,
            values_row: values.rowStride, weights: weights, weights_row: Self.rowLength(positions: values.rows),
            output: output?.floats, output_row: output?.rowStride ?? 0)
    }
}

/// Where the gradient of one head's attention comes from and goes to.
package struct HeadAttentionGradient {
    /// Of the output: rows × width.
    let output: Matrix
    /// The keys themselves, positions × width.
    let keys: Matrix
    /// width × positions, as the transposed keys are.
    let transposedValues: UnsafePointer<Float>
    /// Written: rows × width.
    let queriesGradient: MutableMatrix
    /// Added to: positions × width without gaps.
    let keysGradient: UnsafeMutablePointer<Float>
    /// Added to: positions × width without gaps.
    let valuesGradient: UnsafeMutablePointer<Float>
    /// Room for as many floats as there are weights.
    let scores: UnsafeMutablePointer<Float>

    package init(
        output: Matrix, keys: Matrix, transposedValues: UnsafePointer<Float>,
        queriesGradient: MutableMatrix, keysGradient: UnsafeMutablePointer<Float>,
        valuesGradient: UnsafeMutablePointer<Float>, scores: UnsafeMutablePointer<Float>
    ) {
        self.output = output
        self.keys = keys
        self.transposedValues = transposedValues
        self.queriesGradient = queriesGradient
        self.keysGradient = keysGradient
        self.valuesGradient = valuesGradient
        self.scores = scores
    }
}

/// What a transformer's attention needs.
extension Kernels {
    /// The weights, and with them the output: rows × width, unless it is nil.
    package func attention(_ head: HeadAttention, into output: MutableMatrix?) {
        var attention = head.kernel(output: output)
        table.pointee.attention(&attention)
    }

    /// The way back through it.
    package func attentionGradient(_ head: HeadAttention, _ gradient: HeadAttentionGradient) {
        var attention = head.kernel(output: nil)
        var back = ck_attention_gradient(
            output: gradient.output.floats, output_row: gradient.output.rowStride, keys: gradient.keys.floats,
            keys_row: gradient.keys.rowStride, transposed_values: gradient.transposedValues,
            queries: gradient.queriesGradient.floats,
            queries_row: gradient.queriesGradient.rowStride, keys_gradient: gradient.keysGradient,
            values: gradient.valuesGradient, scores: gradient.scores)
        table.pointee.attention_gradient(&attention, &back)
    }

    /// Turns the heads of every row by the angles of its position, or back.
    ///
    /// - Parameters:
    ///   - angles: for every position, `width` cosines, then `width` sines, negative in the first half.
    ///   - stride: how far apart the rows are.
    package func rotate(
        _ x: UnsafeMutablePointer<Float>, heads: Int, width: Int, stride: Int, positions: UnsafeBufferPointer<Int32>,
        angles: UnsafePointer<Float>, back: Bool = false
    ) {
        guard let start = positions.baseAddress else { return }
        table.pointee.rotate(positions.count, heads, width, start, angles, back ? -1 : 1, stride, x)
    }
}
