import Autodiff

extension Tape {
    /// x + the feed-forward part of norm(x), one operation.
    ///
    /// - Parameter x: rows × features.
    func feedForward(_ x: Variable, _ part: FeedForwardPart) -> Variable {
        let input = node(of: x)
        let (rows, features) = (x.shape.rows, x.shape.features)
        let normed = NormedRows(input.values, rows: rows, part.norm, on: self)
        let inner = inner(normed.values, rows: rows, part)
        let y = added(activated(inner, rows: rows, part), part.output, to: input.values, rows: rows)

        return record(y, x.shape, needsGradient: true) { tape, gradient in
            let activated = tape.activated(inner, rows: rows, part)
            let activatedGradient = tape.linearGradient(part.output, at: activated, gradient, rows: rows)
            let innerGradient = Storage(count: inner.count)
            let normedGradient = Storage(count: rows * features)
            let result = MutableMatrix(normedGradient.floats, rows: rows, columns: features)
            switch part.maps {
            case .gated(let gate, let up):
                tape.kernels.swiGLUGradient(
                    inner, rows: rows, columns: part.hidden, gradient: activatedGradient, into: innerGradient,
                    again: activated)
                for (number, map) in [gate, up].enumerated() {
                    tape.linearGradient(
                        map, at: normed.values,
                        Matrix(
                            innerGradient.floats + number * part.hidden, rows: rows, columns: part.hidden,
                            rowStride: part.innerWidth), into: result, adding: number > 0)
                }
            case .plain(let map):
                tape.kernels.geluGradient(inner, activatedGradient, into: innerGradient)
                tape.linearGradient(
                    map, at: normed.values, Matrix(innerGradient.floats, rows: rows, columns: part.hidden),
                    into: result, adding: false)
            }
            input.receive(normed.gradient(normedGradient, part.norm, plus: gradient, on: tape))
        }
    }

    /// The numbers before the nonlinearity.
    func inner(_ normed: Storage, rows: Int, _ part: FeedForwardPart) -> Storage {
        let inner = Storage(count: rows * part.innerWidth)
        let maps: [Linear] =
            switch part.maps {
            case .gated(let gate, let up): [gate, up]
            case .plain(let map): [map]
            }
        for (number, map) in maps.enumerated() {
            apply(
                map, to: normed, rows: rows,
                into: MutableMatrix(
                    inner.floats + number * part.hidden, rows: rows, columns: part.hidden, rowStride: part.innerWidth))
        }
        return inner
    }

    /// The numbers after the nonlinearity.
    func activated(_ inner: Storage, rows: Int, _ part: FeedForwardPart) -> Storage {
        let activated = Storage(count: rows * part.hidden)
        switch part.maps {
        case .gated: kernels.swiGLU(inner, rows: rows, columns: part.hidden, into: activated)
        case .plain: kernels.map(.gelu, inner, into: activated)
        }
        return activated
    }
}
