extension Tape {
    /// A loss whose value and derivatives are computed by hand, from numbers such as the log-probabilities of tokens.
    ///
    /// ```swift
    /// let loss = tape.objective(x) { x in (value: x[0] * x[0], gradient: [2 * x[0]]) }
    /// ```
    ///
    /// - Parameters:
    ///   - x: the numbers that the loss is a function of.
    ///   - function: the loss, and its derivative with respect to every number.
    /// - Returns: a single number.
    public func objective(
        _ x: Variable, _ function: (_ values: [Float]) -> (value: Float, gradient: [Float])
    ) -> Variable {
        let input = node(of: x)
        let (value, slopes) = function(x.values)
        guard slopes.count == x.shape.count else {
            trap(ShapeError("objective", x.shape, "has a gradient of \(slopes.count) numbers"))
        }
        return record(Storage([value]), [], needsGradient: input.needsGradient) { tape, gradient in
            let dx = Storage(slopes)
            tape.kernels.scale(dx, by: gradient.floats[0])
            input.receive(dx)
        }
    }
}
