import Autodiff

/// The attention of one more position of every row of a memory.
///
/// Its sums run over the same numbers in the same order as ``PackedAttention``'s, so it has the same bits.
struct MemoryAttention {
    let memory: DecoderMemory
    let layer: Int
    let kernels: Kernels

    private var width: Int { memory.settings.headWidth }
    private var heads: Int { memory.settings.heads }
    private var shared: Int { memory.settings.keyValueHeads }
    private var rowLength: Int { (heads + 2 * shared) * width }
    private var capacityLength: Int { HeadAttention.rowLength(positions: memory.capacity) }

    /// Takes up the keys and values of x, one row for every row of the memory.
    func append(_ x: Storage) {
        let (keys, values) = (memory.transposedKeys[layer].floats, memory.values[layer].floats)
        for (number, row) in memory.active.enumerated() {
            for head in 0..<shared {
                let key = x.floats + number * rowLength + (heads + head) * width
                let place = row.place * shared + head
                for i in 0..<width { keys[(place * width + i) * capacityLength + memory.read] = key[i] }
                (values + (place * memory.capacity + memory.read) * width).update(
                    from: key + shared * width, count: width)
            }
        }
    }

    /// What every row of x gathers from its prompt and its own positions, the new one included.
    func output(of x: Storage) -> Storage {
        let own = memory.read + 1
        let output = Storage(count: memory.rows * heads * width)
        let longest = memory.prompts.max() ?? 0
        let scores = Storage(
            count: memory.rows * (HeadAttention.rowLength(positions: own) + HeadAttention.rowLength(positions: longest))
        )
        var first = 0
        while first < memory.rows {
            let group = memory.active[first].group
            let end = memory.active[first...].firstIndex { $0.group != group } ?? memory.rows
            for head in 0..<heads { gather(head, of: first..<end, group, x, into: output, scores: scores) }
            first = end
        }
        return output
    }

    /// One head of the rows of one group.
    private func gather(
        _ head: Int, of rows: Range<Int>, _ group: Int, _ x: Storage, into output: Storage, scores: Storage
    ) {
        let (own, prompt) = (memory.read + 1, memory.prompts[group])
        let length = HeadAttention.rowLength(positions: prompt + HeadAttention.rowLength(positions: own))
        let place = head / (heads / shared)
        let queries = x.floats + rows.lowerBound * rowLength + head * width
        let result = output.floats + (rows.lowerBound * heads + head) * width
        let promptLength = HeadAttention.rowLength(positions: prompt)
        if prompt > 0 {
            let context = memory.contexts[layer][group]
            kernels.multiply(
                Matrix(queries, rows: rows.count, columns: width, rowStride: rowLength),
                Matrix(
                    context.transposedKeys.floats + place * width * promptLength, rows: width, columns: promptLength),
                into: MutableMatrix(scores.floats, rows: rows.count, columns: promptLength, rowStride: length))
        }
        for (number, row) in rows.enumerated() {
            let keys =
                memory.transposedKeys[layer].floats
                + (memory.active[row].place * shared + place) * width * capacityLength
            let columns = HeadAttention.rowLength(positions: own)
            kernels.multiply(
                Matrix(queries + number * rowLength, rows: 1, columns: width),
                Matrix(keys, rows: width, columns: columns, rowStride: capacityLength),
                into: MutableMatrix(scores.floats + number * length + prompt, rows: 1, columns: columns))
        }
        let weights = MutableMatrix(scores.floats, rows: rows.count, columns: prompt + own, rowStride: length)
        kernels.softmax(weights.view, into: weights, scale: 1 / Float(width).squareRoot(), visible: prompt + own)
        if prompt > 0 {
            let context = memory.contexts[layer][group]
            kernels.multiply(
                Matrix(scores.floats, rows: rows.count, columns: prompt, rowStride: length),
                Matrix(context.values.floats + place * prompt * width, rows: prompt, columns: width),
                into: MutableMatrix(result, rows: rows.count, columns: width, rowStride: heads * width),
                inBlocks: false)
        }
        for (number, row) in rows.enumerated() {
            let values =
                memory.values[layer].floats
                + (memory.active[row].place * shared + place) * memory.capacity * width
            kernels.multiply(
                Matrix(scores.floats + number * length + prompt, rows: 1, columns: own),
                Matrix(values, rows: own, columns: width),
                into: MutableMatrix(result + number * heads * width, rows: 1, columns: width),
                from: prompt > 0 ? .result : .zero, inBlocks: false)
        }
    }
}
