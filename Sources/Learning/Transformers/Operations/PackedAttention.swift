import Autodiff

/// The attention of packed rows, all heads: the products between queries, keys and values of the positions that a row sees.
///
/// A row of x holds the queries of all heads, then the keys, then the values. Heads in sequence share a head of keys and
/// values.
struct PackedAttention {
    let packing: Packing
    let heads: Int
    let keyValueHeads: Int
    let width: Int
    let kernels: Kernels

    /// Numbers in a row of x.
    private var rowLength: Int { (heads + 2 * keyValueHeads) * width }
    private var scale: Float { 1 / Float(width).squareRoot() }
    private var sharing: Int { heads / keyValueHeads }
    private var mostPositions: Int { packing.segments.map(\.positions).max() ?? 0 }

    /// How many weights there are: rows × positions for every segment and head.
    private func weights(of segment: Packing.Segment) -> Int {
        segment.rows * HeadAttention.rowLength(positions: segment.positions)
    }

    /// The output, rows × heads · width, and the weights if they are to be kept.
    func output(of x: Storage, keepingWeights: Bool) -> (output: Storage, weights: Storage?) {
        let output = Storage(count: packing.rows * heads * width)
        let sizes = packing.segments.map(weights(of:))
        let weights = Storage(count: keepingWeights ? heads * sizes.reduce(0, +) : sizes.max() ?? 0)
        let room = Room(positions: mostPositions, width: width)
        var place = weights.floats
        for (segment, size) in zip(packing.segments, sizes) {
            for shared in 0..<keyValueHeads {
                let keys = room.positions(of: segment, in: x, at: (heads + shared) * width, stride: rowLength, \.first)
                let values = room.positions(
                    of: segment, in: x, at: (heads + keyValueHeads + shared) * width, stride: rowLength, \.second)
                room.transpose(keys, into: \.transposed, kernels)
                for head in shared * sharing..<(shared + 1) * sharing {
                    kernels.attention(
                        self.head(head, of: segment, in: x, values: values, room: room, weights: place),
                        into: MutableMatrix(
                            output.floats + segment.start * heads * width + head * width, rows: segment.rows,
                            columns: width, rowStride: heads * width))
                    if keepingWeights { place += size }
                }
            }
        }
        return (output, keepingWeights ? weights : nil)
    }

    /// The gradient of x from that of the output.
    func gradient(at x: Storage, weights: Storage, outputGradient: Storage) -> Storage {
        let result = Storage(repeating: 0, count: packing.rows * rowLength)
        let room = Room(positions: mostPositions, width: width)
        let scores = Storage(count: packing.segments.map(self.weights(of:)).max() ?? 0)
        let sums = (keys: Storage(count: mostPositions * width), values: Storage(count: mostPositions * width))
        var place = weights.floats
        for segment in packing.segments {
            for shared in 0..<keyValueHeads {
                let (keyPlace, valuePlace) = ((heads + shared) * width, (heads + keyValueHeads + shared) * width)
                let keys = room.positions(of: segment, in: x, at: keyPlace, stride: rowLength, \.first)
                let values = room.positions(of: segment, in: x, at: valuePlace, stride: rowLength, \.second)
                room.transpose(values, into: \.transposed, kernels)
                sums.keys.floats.update(repeating: 0, count: segment.positions * width)
                sums.values.floats.update(repeating: 0, count: segment.positions * width)
                for head in shared * sharing..<(shared + 1) * sharing {
                    kernels.attentionGradient(
                        self.head(head, of: segment, in: x, values: values, room: room, weights: place),
                        HeadAttentionGradient(
                            output: Matrix(
                                outputGradient.floats + segment.start * heads * width + head * width,
                                rows: segment.rows, columns: width, rowStride: heads * width),
                            keys: keys, transposedValues: room.transposed.floats,
                            queriesGradient: MutableMatrix(
                                result.floats + segment.start * rowLength + head * width, rows: segment.rows,
                                columns: width, rowStride: rowLength),
                            keysGradient: sums.keys.floats, valuesGradient: sums.values.floats,
                            scores: scores.floats))
                    place += self.weights(of: segment)
                }
                add(sums.keys, of: segment, to: result, at: keyPlace)
                add(sums.values, of: segment, to: result, at: valuePlace)
            }
        }
        return result
    }

    private func head(
        _ head: Int, of segment: Packing.Segment, in x: Storage, values: Matrix, room: Room,
        weights: UnsafeMutablePointer<Float>
    ) -> HeadAttention {
        HeadAttention(
            queries: Matrix(
                x.floats + segment.start * rowLength + head * width, rows: segment.rows, columns: width,
                rowStride: rowLength),
            transposedKeys: room.transposed.floats, values: values, weights: weights, scale: scale)
    }

    /// Adds numbers of a segment's positions, those of its context first, to their rows.
    private func add(_ sum: Storage, of segment: Packing.Segment, to x: Storage, at place: Int) {
        for position in 0..<segment.positions {
            let row =
                position < segment.context
                ? segment.contextStart + position : segment.start + position - segment.context
            let (from, to) = (sum.floats + position * width, x.floats + row * rowLength + place)
            for i in 0..<width { to[i] += from[i] }
        }
    }
}

/// Room for the keys and values of one head that a segment sees, where they must lie next to each other.
private struct Room {
    let width: Int
    let first: Storage
    let second: Storage
    let transposed: Storage

    init(positions: Int, width: Int) {
        self.width = width
        first = Storage(count: positions * width)
        second = Storage(count: positions * width)
        transposed = Storage(count: width * HeadAttention.rowLength(positions: positions))
    }

    /// The numbers of one head of a segment's positions: where they are if they lie in sequence, else copied.
    func positions(
        of segment: Packing.Segment, in x: Storage, at place: Int, stride: Int, _ copy: KeyPath<Room, Storage>
    ) -> Matrix {
        guard segment.context > 0 else {
            return Matrix(
                x.floats + segment.start * stride + place, rows: segment.rows, columns: width, rowStride: stride)
        }
        let target = self[keyPath: copy].floats
        for position in 0..<segment.positions {
            let row =
                position < segment.context
                ? segment.contextStart + position : segment.start + position - segment.context
            (target + position * width).update(from: x.floats + row * stride + place, count: width)
        }
        return Matrix(target, rows: segment.positions, columns: width)
    }

    func transpose(_ x: Matrix, into target: KeyPath<Room, Storage>, _ kernels: Kernels) {
        kernels.transpose(
            x, into: self[keyPath: target].floats, rowStride: HeadAttention.rowLength(positions: x.rows))
    }
}
