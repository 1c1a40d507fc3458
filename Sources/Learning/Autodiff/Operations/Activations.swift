extension Tape {
    /// max(x, 0), number by number; the slope at 0 is 0.
    public func relu(_ x: Variable) -> Variable {
        elementwise(x) {
            max($0, 0)
        } slope: { x, _ in
            x > 0 ? 1 : 0
        }
    }

    /// x·Φ(x), the Gaussian error linear unit, by its approximation ½x(1 + tanh(√(2/π)(x + 0.044715x³))) (Hendrycks,
    /// Gimpel 2016).
    public func gelu(_ x: Variable) -> Variable {
        let input = node(of: x)
        return record(mapped(.gelu, input), x.shape, needsGradient: input.needsGradient) { tape, gradient in
            let dx = Storage(count: gradient.count)
            tape.kernels.geluGradient(
                input.values.floats, count: dx.count, gradient: gradient.floats, into: dx.floats)
            input.receive(dx)
        }
    }

    /// x·sigmoid(x), the sigmoid linear unit or swish (Elfwing, Uchibe, Doya 2018).
    public func silu(_ x: Variable) -> Variable {
        let input = node(of: x)
        return record(mapped(.silu, input), x.shape, needsGradient: input.needsGradient) { tape, gradient in
            let dx = Storage(count: gradient.count)
            tape.kernels.siluGradient(
                input.values.floats, count: dx.count, gradient: gradient.floats, into: dx.floats)
            input.receive(dx)
        }
    }

    /// tanh x, number by number.
    public func tanh(_ x: Variable) -> Variable {
        smooth(.tanh, x) { 1 - $0 * $0 }
    }

    /// 1 / (1 + e⁻ˣ), number by number.
    public func sigmoid(_ x: Variable) -> Variable {
        smooth(.sigmoid, x) { $0 * (1 - $0) }
    }

    /// eˣ, number by number.
    public func exp(_ x: Variable) -> Variable {
        smooth(.exp, x) { $0 }
    }

    /// A function whose slope follows from its value y.
    @inline(__always)
    private func smooth(_ function: SmoothFunction, _ x: Variable, slope: @escaping (_ y: Float) -> Float) -> Variable {
        let input = node(of: x)
        let y = mapped(function, input)
        return record(y, x.shape, needsGradient: input.needsGradient) { _, gradient in
            let dx = Storage(count: gradient.count)
            for i in 0..<dx.count { dx.floats[i] = gradient.floats[i] * slope(y.floats[i]) }
            input.receive(dx)
        }
    }

    private func mapped(_ function: SmoothFunction, _ x: Node) -> Storage {
        let y = Storage(count: x.values.count)
        kernels.map(function, x.values.floats, count: y.count, into: y.floats)
        return y
    }
}
