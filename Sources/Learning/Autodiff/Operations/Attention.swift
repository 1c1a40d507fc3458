extension Tape {
    /// Causal self-attention: every position gathers values from itself and the positions before it (Vaswani et al. 2017,
    /// section 3.2).
    ///
    /// Each head has its share of the features. Its weights are softmax(q·kᵀ / √(features per head)) over the positions
    /// that may be seen.
    ///
    /// - Parameters:
    ///   - x: sequences × length × 3·features: queries, keys and values next to each other, heads in order within each.
    ///   - heads: a divisor of the features.
    /// - Returns: sequences × length × features.
    public func causalAttention(_ x: Variable, heads: Int) -> Variable {
        guard x.shape.lengths.count == 3, heads > 0, x.shape.features % (3 * heads) == 0 else {
            trap(ShapeError("causalAttention", x.shape, "is not sequences × length × 3 · \(heads) heads"))
        }
        let attention = CausalAttention(
            sequences: x.shape.lengths[0], length: x.shape.lengths[1], heads: heads,
            width: x.shape.features / (3 * heads), kernels: kernels)
        let input = node(of: x)
        let (y, weights) = attention.output(of: input.values)
        return record(y, x.shape.with(features: x.shape.features / 3), needsGradient: input.needsGradient) {
            _, gradient in
            input.receive(attention.gradient(at: input.values, weights: weights, outputGradient: gradient))
        }
    }
}

/// The products of causal attention, head by head and in blocks of rows and of columns: a row needs no later column,
/// a column no earlier row.
private struct CausalAttention {
    let sequences: Int
    let length: Int
    let heads: Int
    /// Features per head.
    let width: Int
    let kernels: Kernels

    /// Rows that are worked on together.
    private static let block = 16

    private var features: Int { heads * width }
    private var scale: Float { 1 / Float(width).squareRoot() }

    /// The output, and all weights: for every sequence and head a square, 0 or unknown above the diagonal.
    func output(of x: Storage) -> (output: Storage, weights: Storage) {
        let output = Storage(count: sequences * length * features)
        let weights = Storage(count: sequences * heads * length * length)
        let keys = Storage(count: width * length)
        for head in 0..<sequences * heads {
            let (q, k, v) = part(head, of: x)
            let out = start(head, width: features)
            kernels.transpose(matrix(k, 0..<length), into: keys)
            for rows in blocks {
                let p = weights.floats + (head * length + rows.lowerBound) * length
                let scores = MutableMatrix(p, rows: rows.count, columns: rows.upperBound, rowStride: length)
                kernels.multiply(
                    matrix(q, rows), Matrix(keys.floats, rows: width, columns: rows.upperBound, rowStride: length),
                    into: scores)
                kernels.softmax(scores.view, into: scores, scale: scale, visible: rows.lowerBound + 1, step: 1)
                kernels.multiply(
                    scores.view, matrix(v, 0..<rows.upperBound),
                    into: MutableMatrix(
                        output.floats + out + rows.lowerBound * features, rows: rows.count, columns: width,
                        rowStride: features))
            }
        }
        return (output, weights)
    }

    /// The gradient of the queries, keys and values.
    func gradient(at x: Storage, weights: Storage, outputGradient: Storage) -> Storage {
        let result = Storage(count: x.count)
        let values = Storage(count: width * length)
        let scores = Storage(count: length * length)
        for head in 0..<sequences * heads {
            let (q, k, v) = part(head, of: x)
            let (dq, dk, dv) = part(head, of: result)
            let dy = outputGradient.floats + start(head, width: features)
            let p = weights.floats + head * length * length
            kernels.transpose(matrix(v, 0..<length), into: values)
            for rows in blocks {
                let seen = 0..<rows.upperBound
                let ds = MutableMatrix(
                    scores.floats + rows.lowerBound * length, rows: rows.count, columns: seen.count, rowStride: length)
                kernels.multiply(
                    outputs(dy, rows), Matrix(values.floats, rows: width, columns: seen.count, rowStride: length),
                    into: ds)
                kernels.softmaxGradient(square(p, rows, seen), ds, scale: scale)
                kernels.multiply(ds.view, matrix(k, seen), into: mutable(dq, rows))
            }
            for columns in blocks {
                let seeing = columns.lowerBound..<length
                kernels.multiply(
                    square(p, seeing, columns).transposed, outputs(dy, seeing), into: mutable(dv, columns))
                kernels.multiply(
                    square(scores.floats, seeing, columns).transposed, matrix(q, seeing), into: mutable(dk, columns))
            }
        }
        return result
    }

    private var blocks: [Range<Int>] {
        stride(from: 0, to: length, by: Self.block).map { $0..<min($0 + Self.block, length) }
    }

    /// Where a head of a sequence begins in rows of this width.
    private func start(_ head: Int, width rowWidth: Int) -> Int {
        head / heads * length * rowWidth + head % heads * width
    }

    /// Where a head's queries, keys and values begin.
    private func part(_ head: Int, of x: Storage) -> (
        UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>
    ) {
        let queries = x.floats + start(head, width: 3 * features)
        return (queries, queries + features, queries + 2 * features)
    }

    /// A part of a head's square, from the rows that see to the rows that are seen.
    private func square(_ start: UnsafePointer<Float>, _ rows: Range<Int>, _ columns: Range<Int>) -> Matrix {
        Matrix(
            start + rows.lowerBound * length + columns.lowerBound, rows: rows.count, columns: columns.count,
            rowStride: length)
    }

    /// Rows of a head's output.
    private func outputs(_ start: UnsafePointer<Float>, _ rows: Range<Int>) -> Matrix {
        Matrix(start + rows.lowerBound * features, rows: rows.count, columns: width, rowStride: features)
    }

    private func matrix(_ start: UnsafeMutablePointer<Float>, _ rows: Range<Int>) -> Matrix {
        mutable(start, rows).view
    }

    private func mutable(_ start: UnsafeMutablePointer<Float>, _ rows: Range<Int>) -> MutableMatrix {
        MutableMatrix(
            start + rows.lowerBound * 3 * features, rows: rows.count, columns: width, rowStride: 3 * features)
    }
}
