import Autodiff

/// The attention of packed rows, all heads: the products between queries, keys and values of the positions that a row sees.
///
/// A row of x holds the queries of all heads, then the keys, then the values. Heads in sequence share a head of keys and
/// values. Weights are not kept: on the way back they are computed again.
struct PackedAttention {
    private let packing: Packing
    private let heads: Int
    private let keyValueHeads: Int
    private let width: Int
    private let kernels: Kernels

    init(_ packing: Packing, _ part: AttentionPart, _ kernels: Kernels) {
        self.packing = packing
        self.kernels = kernels
        (heads, keyValueHeads, width) = (part.heads, part.keyValueHeads, part.width)
    }

    /// Numbers in a row of x.
    private var rowLength: Int { (heads + 2 * keyValueHeads) * width }
    private var scale: Float { 1 / Float(width).squareRoot() }
    private var sharing: Int { heads / keyValueHeads }

    /// Room for so many weights: the rows × positions of one head of the largest segment.
    private var mostWeights: Int {
        packing.segments.reduce(0) { max($0, $1.rows * HeadAttention.rowLength(positions: $1.positions)) }
    }

    /// The output: rows × heads · width.
    func output(of x: Storage) -> Storage {
        let output = Storage(count: packing.rows * heads * width)
        let weights = Storage(count: mostWeights)
        let room = HeadRoom(x, packing, width: width, rowLength: rowLength)
        let transposed = Storage(count: width * HeadAttention.rowLength(positions: packing.mostPositions))
        for group in packing.groups {
            for shared in 0..<keyValueHeads {
                let places = (key: (heads + shared) * width, value: (heads + keyValueHeads + shared) * width)
                room.copyContext(of: group, keys: places.key, values: places.value)
                for segment in group {
                    let keys = room.keys(of: segment, at: places.key)
                    let values = room.values(of: segment, at: places.value)
                    transpose(keys, into: transposed)
                    for head in shared * sharing..<(shared + 1) * sharing {
                        kernels.attention(
                            self.head(head, of: segment, x, transposed, values, weights),
                            into: MutableMatrix(
                                output.floats + (segment.start * heads + head) * width, rows: segment.rows,
                                columns: width, rowStride: heads * width))
                    }
                }
            }
        }
        return output
    }

    /// The gradient of x from that of the output.
    func gradient(at x: Storage, outputGradient: Storage) -> Storage {
        let result = Storage(count: packing.rows * rowLength)
        let weights = Storage(count: mostWeights)
        let scores = Storage(count: mostWeights)
        let room = HeadRoom(x, packing, width: width, rowLength: rowLength)
        let length = width * HeadAttention.rowLength(positions: packing.mostPositions)
        let (transposedKeys, transposedValues) = (Storage(count: length), Storage(count: length))
        let sums = (
            keys: Storage(count: packing.mostPositions * width), values: Storage(count: packing.mostPositions * width)
        )
        for group in packing.groups {
            let context = group.last?.context ?? 0
            for shared in 0..<keyValueHeads {
                let places = (key: (heads + shared) * width, value: (heads + keyValueHeads + shared) * width)
                room.copyContext(of: group, keys: places.key, values: places.value)
                sums.keys.floats.update(repeating: 0, count: context * width)
                sums.values.floats.update(repeating: 0, count: context * width)
                // The prompt comes last: all completions have then added to the gradients of its keys and values.
                for segment in group.reversed() {
                    let keys = room.keys(of: segment, at: places.key)
                    let values = room.values(of: segment, at: places.value)
                    transpose(keys, into: transposedKeys)
                    transpose(values, into: transposedValues)
                    if segment.context > 0 || context == 0 {
                        let own = segment.context * width
                        (sums.keys.floats + own).update(repeating: 0, count: segment.rows * width)
                        (sums.values.floats + own).update(repeating: 0, count: segment.rows * width)
                    }
                    for head in shared * sharing..<(shared + 1) * sharing {
                        let attention = self.head(head, of: segment, x, transposedKeys, values, weights)
                        kernels.attention(attention, into: nil)
                        kernels.attentionGradient(
                            attention,
                            HeadAttentionGradient(
                                output: Matrix(
                                    outputGradient.floats + (segment.start * heads + head) * width,
                                    rows: segment.rows, columns: width, rowStride: heads * width),
                                keys: keys, transposedValues: transposedValues.floats,
                                queriesGradient: MutableMatrix(
                                    result.floats + segment.start * rowLength + head * width, rows: segment.rows,
                                    columns: width, rowStride: rowLength),
                                keysGradient: sums.keys.floats, valuesGradient: sums.values.floats,
                                scores: scores.floats))
                    }
                    let rows = result.floats + segment.start * rowLength
                    put(sums.keys.floats + segment.context * width, segment.rows, into: rows + places.key)
                    put(sums.values.floats + segment.context * width, segment.rows, into: rows + places.value)
                }
            }
        }
        return result
    }

    private func head(
        _ head: Int, of segment: Packing.Segment, _ x: Storage, _ transposedKeys: Storage, _ values: Matrix,
        _ weights: Storage
    ) -> HeadAttention {
        HeadAttention(
            queries: Matrix(
                x.floats + segment.start * rowLength + head * width, rows: segment.rows, columns: width,
                rowStride: rowLength),
            transposedKeys: transposedKeys.floats, values: values, weights: weights.floats, scale: scale)
    }

    private func transpose(_ x: Matrix, into copy: Storage) {
        kernels.transpose(x, into: copy.floats, rowStride: HeadAttention.rowLength(positions: x.rows))
    }

    /// Puts numbers of one head without gaps into rows.
    private func put(_ numbers: UnsafePointer<Float>, _ rows: Int, into x: UnsafeMutablePointer<Float>) {
        for row in 0..<rows { (x + row * rowLength).update(from: numbers + row * width, count: width) }
    }
}

/// The keys and values of one head that segments see: where they are, or next to each other if a prompt comes before them.
private struct HeadRoom {
    private let x: Storage
    private let width: Int
    private let rowLength: Int
    private let keys: Storage
    private let values: Storage

    init(_ x: Storage, _ packing: Packing, width: Int, rowLength: Int) {
        self.x = x
        self.width = width
        self.rowLength = rowLength
        let isSimple = packing.segments.allSatisfy { $0.context == 0 }
        keys = Storage(count: isSimple ? 0 : packing.mostPositions * width)
        values = Storage(count: keys.count)
    }

    /// Copies what all completions of a group see.
    func copyContext(of group: ArraySlice<Packing.Segment>, keys keyPlace: Int, values valuePlace: Int) {
        guard let last = group.last, last.context > 0 else { return }
        copy(last.contextStart, last.context, at: keyPlace, to: keys.floats)
        copy(last.contextStart, last.context, at: valuePlace, to: values.floats)
    }

    func keys(of segment: Packing.Segment, at place: Int) -> Matrix { matrix(segment, at: place, keys) }

    func values(of segment: Packing.Segment, at place: Int) -> Matrix { matrix(segment, at: place, values) }

    private func matrix(_ segment: Packing.Segment, at place: Int, _ room: Storage) -> Matrix {
        guard segment.context > 0 else {
            return Matrix(
                x.floats + segment.start * rowLength + place, rows: segment.rows, columns: width, rowStride: rowLength)
        }
        copy(segment.start, segment.rows, at: place, to: room.floats + segment.context * width)
        return Matrix(room.floats, rows: segment.positions, columns: width)
    }

    private func copy(_ start: Int, _ rows: Int, at place: Int, to target: UnsafeMutablePointer<Float>) {
        for row in 0..<rows {
            (target + row * width).update(from: x.floats + (start + row) * rowLength + place, count: width)
        }
    }
}
