import Autodiff

extension Tape {
    /// x + output(attention of the queries, keys and values of norm(x)), one operation.
    ///
    /// - Parameter x: rows × features, packed.
    func attention(_ x: Variable, _ part: AttentionPart, _ packing: Packing, _ angles: RotaryAngles?) -> Variable {
        let input = node(of: x)
        let (rows, features) = (x.shape.rows, x.shape.features)
        let normed = NormedRows(input.values, rows: rows, part.norm, on: self)
        let mixed = mixed(normed.values, rows: rows, part)
        let rotation = angles.map { Rotation(part, packing.positions, $0, kernels) }
        rotation?.turn(mixed)
        let attention = PackedAttention(
            packing: packing, heads: part.heads, keyValueHeads: part.keyValueHeads, width: part.width,
            kernels: kernels)
        let (gathered, weights) = attention.output(of: mixed, keepingWeights: isRecording)
        let y = added(gathered, part.output, to: input.values, rows: rows)

        return record(y, x.shape, needsGradient: true) { tape, gradient in
            guard let weights else { return }
            let gatheredGradient = tape.linearGradient(part.output, at: gathered, gradient, rows: rows)
            let mixedGradient = attention.gradient(
                at: mixed, weights: weights, outputGradient: gatheredGradient)
            rotation?.turn(mixedGradient, back: true)
            let normedGradient = Storage(count: rows * features)
            var place = 0
            for (number, map) in [part.queries, part.keys, part.values].enumerated() {
                tape.linearGradient(
                    map, at: normed.values,
                    Matrix(
                        mixedGradient.floats + place, rows: rows, columns: map.outputs, rowStride: part.mixedWidth),
                    into: MutableMatrix(normedGradient.floats, rows: rows, columns: features), adding: number > 0)
                place += map.outputs
            }
            input.receive(normed.gradient(normedGradient, part.norm, plus: gradient, on: tape))
        }
    }

    /// Queries, keys and values, next to each other in every row.
    func mixed(_ normed: Storage, rows: Int, _ part: AttentionPart) -> Storage {
        let mixed = Storage(count: rows * part.mixedWidth)
        var place = 0
        for map in [part.queries, part.keys, part.values] {
            apply(
                map, to: normed, rows: rows,
                into: MutableMatrix(
                    mixed.floats + place, rows: rows, columns: map.outputs, rowStride: part.mixedWidth))
            place += map.outputs
        }
        return mixed
    }
}

/// The turning of queries and keys by their positions.
struct Rotation {
    let part: AttentionPart
    let positions: [Int32]
    let table: Storage
    let kernels: Kernels

    init(_ part: AttentionPart, _ positions: [Int32], _ angles: RotaryAngles, _ kernels: Kernels) {
        self.part = part
        self.positions = positions
        self.kernels = kernels
        table = angles.table(positions: Int(positions.max() ?? 0) + 1)
    }

    func turn(_ mixed: Storage, back: Bool = false) {
        kernels.rotate(
            mixed.floats, heads: part.heads + part.keyValueHeads, width: part.width, stride: part.mixedWidth,
            positions: positions, angles: table.floats, back: back)
    }
}
