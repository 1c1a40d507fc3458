extension Tape {
    /// Every row of x with mean 0 and variance 1, times the gain, plus the bias (Ba, Kiros, Hinton 2016).
    ///
    /// ŷ = (x - mean) / √(variance + ε) ∘ gain + bias, with the population variance of the row.
    ///
    /// - Parameters:
    ///   - x: … × features.
    ///   - gain: features; usually starts at 1.
    ///   - bias: features; usually starts at 0.
    public func layerNorm(_ x: Variable, _ gain: any Operand, _ bias: any Operand, epsilon: Float = 1e-5) -> Variable {
        check("layerNorm", x, gain)
        check("layerNorm", x, bias)
        return norm(x, gain, bias, epsilon: epsilon)
    }

    /// Every row of x divided by the root of its mean square, times the gain (Zhang, Sennrich 2019).
    ///
    /// - Parameters:
    ///   - x: … × features.
    ///   - gain: features; usually starts at 1.
    public func rmsNorm(_ x: Variable, _ gain: any Operand, epsilon: Float = 1e-5) -> Variable {
        check("rmsNorm", x, gain)
        return norm(x, gain, nil, epsilon: epsilon)
    }

    private func check(_ operation: String, _ x: Variable, _ parameter: any Operand) {
        guard parameter.shape == [x.shape.features] else {
            trap(ShapeError(operation, x.shape, "can not be scaled by \(parameter.shape)"))
        }
    }

    private func norm(_ x: Variable, _ gain: any Operand, _ bias: (any Operand)?, epsilon: Float) -> Variable {
        let input = node(of: x)
        let y = Storage(count: x.shape.count)
        let statistics = RowStatistics(
            input.values.floats, rows: x.shape.rows, columns: x.shape.features, centred: bias != nil, epsilon: epsilon)
        kernels.norm(statistics, gain: floats(of: gain), bias: bias.map { floats(of: $0) }, into: y.floats)
        return record(y, x.shape, needsGradient: true) { tape, gradient in
            let dx = input.needsGradient ? Storage(count: gradient.count) : nil
            tape.kernels.normGradient(
                statistics, gain: tape.floats(of: gain), gradient: gradient.floats, into: dx?.floats,
                gainGradient: tape.gradientFloats(ifLearnt: gain),
                biasGradient: bias.flatMap { tape.gradientFloats(ifLearnt: $0) })
            if let dx { input.receive(dx) }
        }
    }
}
