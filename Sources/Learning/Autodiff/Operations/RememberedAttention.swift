import DeterministicMath

/// The keys and values of the positions that one attention layer has seen.
struct AttentionMemory {
    let sequences: Int
    let length: Int
    let heads: Int
    /// Features per head.
    let width: Int
    /// For every sequence and head: width × length.
    fileprivate let keys: Storage
    /// For every sequence and head: length × width.
    fileprivate let values: Storage

    init(sequences: Int, length: Int, heads: Int, width: Int) {
        self.sequences = sequences
        self.length = length
        self.heads = heads
        self.width = width
        keys = Storage(repeating: 0, count: sequences * heads * length * width)
        values = Storage(repeating: 0, count: sequences * heads * length * width)
    }
}

extension Tape {
    /// What ``causalAttention(_:heads:)`` gives for the next position, whose key and value the memory takes up.
    ///
    /// Its sums run over the same numbers in the same order, so it has the same bits. There is no way back through it.
    ///
    /// - Parameters:
    ///   - x: sequences × 3·features: the position's queries, keys and values.
    ///   - position: how many positions the memory has seen.
    /// - Returns: sequences × features.
    func attention(_ x: Variable, to memory: AttentionMemory, position: Int) -> Variable {
        require(gradient == nil, "a transformer's memory needs a tape that does not record")
        let (length, width) = (memory.length, memory.width)
        let features = memory.heads * width
        // A memory of another model would be read and written beyond its end.
        guard x.shape == [memory.sequences, 3 * features], position < length else {
            trap(
                ShapeError(
                    "attention", x.shape, "does not continue \(memory.sequences)×\(length)×\(features) at \(position)"))
        }
        let input = node(of: x).values.floats
        let y = Storage(count: memory.sequences * features)
        let weights = Storage(count: length)
        let scores = MutableMatrix(weights.floats, rows: 1, columns: position + 1, rowStride: length)
        for head in 0..<memory.sequences * memory.heads {
            let (sequence, place) = (head / memory.heads, head % memory.heads * width)
            let query = input + sequence * 3 * features + place
            let keys = memory.keys.floats + head * length * width
            let values = memory.values.floats + head * length * width
            for i in 0..<width {
                keys[i * length + position] = query[features + i]
                values[position * width + i] = query[2 * features + i]
            }
            kernels.multiply(
                Matrix(query, rows: 1, columns: width),
                Matrix(keys, rows: width, columns: position + 1, rowStride: length), into: scores)
            kernels.softmax(
                scores.view, into: scores, scale: 1 / Float(width).squareRoot(), visible: position + 1)
            kernels.multiply(
                scores.view, Matrix(values, rows: position + 1, columns: width),
                into: MutableMatrix(y.floats + sequence * features + place, rows: 1, columns: width))
        }
        return record(y, [memory.sequences, features], needsGradient: false) { _, _ in }
    }
}
