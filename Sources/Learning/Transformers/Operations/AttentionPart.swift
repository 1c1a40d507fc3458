import Autodiff

extension Tape {
    /// x + output(attention of the queries, keys and values of norm(x)), one operation.
    ///
    /// - Parameter x: rows × features, packed.
    func attention(_ x: Variable, _ part: AttentionPart, _ packing: Packing, _ angles: RotaryAngles?) -> Variable {
        let input = node(of: x)
        let rows = x.shape.rows
        let normed = NormedRows(input.values, rows: rows, part.norm)
        let rotation = angles.map { Rotation(part, packing.positions, $0, kernels) }
        let mixed = mixed(normed, rows: rows, part, rotation)
        let attention = PackedAttention(packing, part, kernels)
        let gathered = attention.output(of: mixed)
        let y = Storage(count: x.shape.count)
        BoundMap(part.output, on: self).add(gathered.floats, rows: rows, to: input.values.floats, into: y.floats)
        return record(y, x.shape, needsGradient: true) { tape, gradient in
            let gatheredGradient = tape.gatheredGradient(part, at: gathered, gradient, rows: rows)
            let mixedGradient = attention.gradient(at: mixed, outputGradient: gatheredGradient)
            input.receive(tape.mixedGradient(part, normed, rotation, mixedGradient, plus: gradient, rows: rows))
        }
    }

    /// Queries, keys and values, next to each other in every row, turned.
    func mixed(_ normed: NormedRows, rows: Int, _ part: AttentionPart, _ rotation: Rotation?) -> Storage {
        let width = part.mixedWidth
        let mixed = Storage(count: rows * width)
        let maps = part.mixing.map { BoundMap($0, on: self) }
        let room = Storage(count: NormedRows.tile * part.norm.gain.shape.features)
        for tile in NormedRows.tiles(of: rows) {
            normed.write(tile, into: room, on: self)
            var place = mixed.floats + tile.lowerBound * width
            for map in maps {
                let columns = map.weight.columns
                map(
                    room.floats, rows: tile.count,
                    into: MutableMatrix(place, rows: tile.count, columns: columns, rowStride: width))
                place += columns
            }
            rotation?.turn(tile, in: mixed.floats + tile.lowerBound * width)
        }
        return mixed
    }

    /// Adds to the gradient of the output's parameters; returns that of what it reads.
    private func gatheredGradient(
        _ part: AttentionPart, at gathered: Storage, _ gradient: Storage, rows: Int
    ) -> Storage {
        let (map, mapGradient) = (BoundMap(part.output, on: self), BoundMapGradient(part.output, on: self))
        let (inputs, features) = (map.weight.rows, map.weight.columns)
        let result = Storage(count: rows * inputs)
        for tile in NormedRows.tiles(of: rows) {
            let dy = Matrix(gradient.floats + tile.lowerBound * features, rows: tile.count, columns: features)
            map.inputGradient(dy, into: result.floats + tile.lowerBound * inputs)
            mapGradient.add(at: gathered.floats + tile.lowerBound * inputs, dy)
        }
        return result
    }

    /// Turns the gradient of queries, keys and values back, adds to that of their parameters; returns that of x.
    private func mixedGradient(
        _ part: AttentionPart, _ normed: NormedRows, _ rotation: Rotation?, _ gradient: Storage, plus direct: Storage,
        rows: Int
    ) -> Storage {
        let (width, features) = (part.mixedWidth, part.norm.gain.shape.features)
        let maps = part.mixing.map { (BoundMap($0, on: self), BoundMapGradient($0, on: self)) }
        let (room, roomGradient) = (
            Storage(count: NormedRows.tile * features), Storage(count: NormedRows.tile * features)
        )
        let result = Storage(count: rows * features)
        for tile in NormedRows.tiles(of: rows) {
            var place = gradient.floats + tile.lowerBound * width
            rotation?.turn(tile, in: place, back: true)
            normed.write(tile, into: room, on: self)
            for (number, (map, mapGradient)) in maps.enumerated() {
                let columns = map.weight.columns
                let slopes = Matrix(place, rows: tile.count, columns: columns, rowStride: width)
                mapGradient.add(at: room.floats, slopes)
                map.inputGradient(slopes, into: roomGradient.floats, adding: number > 0)
                place += columns
            }
            normed.gradient(tile, of: roomGradient, plus: direct, into: result, on: self)
        }
        return result
    }
}

extension AttentionPart {
    /// The maps whose results lie next to each other in a row.
    fileprivate var mixing: [Linear] { [queries, keys, values] }
}

/// The turning of queries and keys by their positions.
struct Rotation {
    private let part: AttentionPart
    private let positions: [Int32]
    private let table: Storage
    private let kernels: Kernels

    init(_ part: AttentionPart, _ positions: [Int32], _ angles: RotaryAngles, _ kernels: Kernels) {
        self.part = part
        self.positions = positions
        self.kernels = kernels
        table = angles.table(positions: Int(positions.max() ?? 0) + 1)
    }

    /// Turns some rows, or turns them back.
    func turn(_ rows: Range<Int>, in mixed: UnsafeMutablePointer<Float>, back: Bool = false) {
        positions[rows].withUnsafeBufferPointer { positions in
            kernels.rotate(
                mixed, heads: part.heads + part.keyValueHeads, width: part.width, stride: part.mixedWidth,
                positions: positions, angles: table.floats, back: back)
        }
    }
}
