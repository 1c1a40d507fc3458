import Autodiff

extension Tape {
    /// x + the feed-forward part of norm(x), one operation.
    ///
    /// - Parameter x: rows × features.
    func feedForward(_ x: Variable, _ part: FeedForwardPart) -> Variable {
        let input = node(of: x)
        let (rows, features, hidden) = (x.shape.rows, x.shape.features, part.hidden)
        let normed = NormedRows(input.values, rows: rows, part.norm)
        let innerWidth = part.innerWidth
        // What comes before the nonlinearity is kept for the way back.
        let inner = Storage(count: (isRecording ? rows : min(rows, NormedRows.tile)) * innerWidth)
        let y = Storage(count: rows * features)
        let maps = part.inner.map { BoundMap($0, on: self) }
        let output = BoundMap(part.output, on: self)
        let room = Storage(count: NormedRows.tile * features)
        let activated = Storage(count: NormedRows.tile * hidden)
        for tile in NormedRows.tiles(of: rows) {
            let place = inner.floats + (isRecording ? tile.lowerBound * innerWidth : 0)
            normed.write(tile, into: room, on: self)
            for (number, map) in maps.enumerated() {
                map(
                    room.floats, rows: tile.count,
                    into: MutableMatrix(
                        place + number * hidden, rows: tile.count, columns: hidden, rowStride: innerWidth))
            }
            switch part.maps {
            case .gated: kernels.swiGLU(place, rows: tile.count, columns: hidden, into: activated.floats)
            case .plain: kernels.map(.gelu, place, count: tile.count * hidden, into: activated.floats)
            }
            output.add(
                activated.floats, rows: tile.count, to: input.values.floats + tile.lowerBound * features,
                into: y.floats + tile.lowerBound * features)
        }
        return record(y, x.shape, needsGradient: true) { tape, gradient in
            input.receive(tape.feedForwardGradient(part, normed, inner: inner, gradient, rows: rows))
        }
    }

    /// Adds to the gradients of the part's parameters; returns that of x.
    private func feedForwardGradient(
        _ part: FeedForwardPart, _ normed: NormedRows, inner: Storage, _ gradient: Storage, rows: Int
    ) -> Storage {
        let (features, hidden, innerWidth) = (gradient.count / rows, part.hidden, part.innerWidth)
        let maps = part.inner.map { (BoundMap($0, on: self), BoundMapGradient($0, on: self)) }
        let (output, outputGradient) = (BoundMap(part.output, on: self), BoundMapGradient(part.output, on: self))
        let (room, roomGradient) = (
            Storage(count: NormedRows.tile * features), Storage(count: NormedRows.tile * features)
        )
        let activated = Storage(count: NormedRows.tile * hidden)
        let activatedGradient = Storage(count: NormedRows.tile * hidden)
        let innerGradient = Storage(count: NormedRows.tile * innerWidth)
        let result = Storage(count: rows * features)
        for tile in NormedRows.tiles(of: rows) {
            let dy = Matrix(gradient.floats + tile.lowerBound * features, rows: tile.count, columns: features)
            let place = inner.floats + tile.lowerBound * innerWidth
            output.inputGradient(dy, into: activatedGradient.floats)
            switch part.maps {
            case .gated:
                kernels.swiGLUGradient(
                    place, rows: tile.count, columns: hidden, gradient: activatedGradient.floats,
                    into: innerGradient.floats, again: activated.floats)
            case .plain:
                kernels.geluGradient(
                    place, count: tile.count * hidden, gradient: activatedGradient.floats,
                    into: innerGradient.floats, again: activated.floats)
            }
            outputGradient.add(at: activated.floats, dy)
            normed.write(tile, into: room, on: self)
            for (number, (map, mapGradient)) in maps.enumerated() {
                let slopes = Matrix(
                    innerGradient.floats + number * hidden, rows: tile.count, columns: hidden, rowStride: innerWidth)
                mapGradient.add(at: room.floats, slopes)
                map.inputGradient(slopes, into: roomGradient.floats, adding: number > 0)
            }
            normed.gradient(tile, of: roomGradient, plus: gradient, into: result, on: self)
        }
        return result
    }
}

extension FeedForwardPart {
    /// The maps before the nonlinearity.
    fileprivate var inner: [Linear] {
        switch maps {
        case .gated(let gate, let up): [gate, up]
        case .plain(let map): [map]
        }
    }
}
