import Autodiff
import DeterministicMath

/// A decoder that reads position by position what its memory goes on with; nothing is recorded.
struct MemoryReading {
    let decoder: Decoder
    let memory: DecoderMemory
    let tape: Tape

    /// The stream after the last layer and its norm, for the next position of every row.
    func next(_ x: Variable) -> Variable {
        require(!tape.isRecording, "a decoder's memory needs a tape that does not record")
        require(memory.settings == decoder.settings, "the memory is of another decoder")
        guard x.shape == [memory.rows, decoder.settings.features], memory.read < memory.capacity else {
            trap(
                ShapeError(
                    "decoder", [memory.rows, memory.read],
                    "can not be followed by \(x.shape), with room for \(memory.capacity)"))
        }
        let hidden = stream(x, positions: memory.positions) { layer, part, mixed in
            let attention = MemoryAttention(memory: memory, layer: layer, kernels: tape.kernels)
            attention.append(mixed)
            return attention.output(of: mixed)
        }
        memory.read += 1
        return hidden
    }

    /// Reads prompts, none empty, from which the rows of the memory go on.
    ///
    /// - Returns: groups × features: the stream at the last position of each prompt.
    func read(_ prompts: [[Int]]) -> Variable {
        let packing = Packing(prompts.map { ($0.count, []) })
        let x = decoder.embedding(prompts.flatMap { $0 }, on: tape)
        let hidden = stream(x, positions: packing.positions) { layer, part, mixed in
            memory.contexts[layer] = packing.segments.map { memory.context($0, of: mixed, part, tape.kernels) }
            return PackedAttention(packing, part, tape.kernels).output(of: mixed)
        }
        return tape.rows(of: hidden, at: packing.segments.map { $0.start + $0.rows - 1 })
    }

    /// The stream after the last layer and its norm, with another way to attend; nothing is recorded.
    private func stream(
        _ x: Variable, positions: [Int32],
        attention: (_ layer: Int, _ part: AttentionPart, _ mixed: Storage) -> Storage
    ) -> Variable {
        let rows = x.shape.rows
        var x = x
        for (number, layer) in decoder.layers.enumerated() {
            let stream = tape.node(of: x).values
            let part = layer.attention
            let rotation = decoder.angles.map { Rotation(part, positions, $0, tape.kernels) }
            let mixed = tape.mixed(NormedRows(stream, rows: rows, part.norm), rows: rows, part, rotation)
            let gathered = attention(number, part, mixed)
            let y = Storage(count: stream.count)
            BoundMap(part.output, on: tape).add(gathered.floats, rows: rows, to: stream.floats, into: y.floats)
            x = tape.record(y, x.shape, needsGradient: false) { _, _ in }
            x = tape.feedForward(x, layer.feedForward)
        }
        return decoder.norm(x, on: tape)
    }
}

extension DecoderMemory {
    /// The keys and values of a prompt.
    fileprivate func context(
        _ segment: Packing.Segment, of mixed: Storage, _ part: AttentionPart, _ kernels: Kernels
    ) -> Context {
        let (width, shared, positions) = (part.width, part.keyValueHeads, segment.rows)
        let length = HeadAttention.rowLength(positions: positions)
        let context = Context(
            positions: positions, transposedKeys: Storage(count: shared * width * length),
            values: Storage(count: shared * positions * width))
        for head in 0..<shared {
            let keys = mixed.floats + segment.start * part.mixedWidth + (part.heads + head) * width
            kernels.transpose(
                Matrix(keys, rows: positions, columns: width, rowStride: part.mixedWidth),
                into: context.transposedKeys.floats + head * width * length, rowStride: length)
            for position in 0..<positions {
                (context.values.floats + (head * positions + position) * width).update(
                    from: keys + position * part.mixedWidth + shared * width, count: width)
            }
        }
        return context
    }
}
