import DeterministicMath

extension Tape {
    /// x², number by number.
    public func squared(_ x: Variable) -> Variable {
        elementwise(x) {
            $0 * $0
        } slope: { x, _ in
            2 * x
        }
    }

    /// The natural logarithm, number by number.
    public func log(_ x: Variable) -> Variable {
        elementwise(x) {
            Float(DeterministicMath.log(Double($0)))
        } slope: { x, _ in
            1 / x
        }
    }

    /// x, but never outside the bounds, where the slope is 0.
    public func clamped(_ x: Variable, to bounds: ClosedRange<Float>) -> Variable {
        elementwise(x) {
            min(max($0, bounds.lowerBound), bounds.upperBound)
        } slope: { x, _ in
            bounds.contains(x) ? 1 : 0
        }
    }

    /// The smaller of two numbers, place by place; where they are equal, the first gets the gradient.
    public func minimum(_ a: Variable, _ b: Variable) -> Variable {
        elementwise("minimum", a, b) {
            $0 <= $1 || $0.isNaN ? $0 : $1
        } slopes: {
            $0 <= $1 || $0.isNaN ? (1, 0) : (0, 1)
        }
    }

    /// The larger of two numbers, place by place; where they are equal, the first gets the gradient.
    public func maximum(_ a: Variable, _ b: Variable) -> Variable {
        elementwise("maximum", a, b) {
            $0 >= $1 || $0.isNaN ? $0 : $1
        } slopes: {
            $0 >= $1 || $0.isNaN ? (1, 0) : (0, 1)
        }
    }

    /// y = f(x) for every number, with the slope at x as a function of x and y.
    @inline(__always)
    func elementwise(
        _ x: Variable, _ function: (Float) -> Float, slope: @escaping (_ x: Float, _ y: Float) -> Float
    ) -> Variable {
        let input = node(of: x)
        let y = Storage(count: x.shape.count)
        for i in 0..<y.count { y.floats[i] = function(input.values.floats[i]) }
        return record(y, x.shape, needsGradient: input.needsGradient) { _, gradient in
            let dx = Storage(count: gradient.count)
            for i in 0..<dx.count { dx.floats[i] = gradient.floats[i] * slope(input.values.floats[i], y.floats[i]) }
            input.receive(dx)
        }
    }

    /// f(a, b) for every pair, with the slopes in a and in b. A smaller b is repeated along a's outer axes.
    @inline(__always)
    func elementwise(
        _ operation: String, _ a: Variable, _ b: Variable, _ function: (Float, Float) -> Float,
        slopes: @escaping (Float, Float) -> (Float, Float)
    ) -> Variable {
        guard a.shape.ends(with: b.shape) else {
            trap(ShapeError(operation, a.shape, "can not be combined with \(b.shape)"))
        }
        let (first, second) = (node(of: a), node(of: b))
        let (count, period) = (first.values.count, second.values.count)
        let y = Storage(count: count)
        for start in stride(from: 0, to: count, by: max(period, 1)) {
            for i in 0..<period {
                y.floats[start + i] = function(first.values.floats[start + i], second.values.floats[i])
            }
        }
        return record(y, a.shape, needsGradient: first.needsGradient || second.needsGradient) { _, gradient in
            let da = Storage(count: count)
            let db = Storage(repeating: 0, count: period)
            for start in stride(from: 0, to: count, by: max(period, 1)) {
                for i in 0..<period {
                    let slope = slopes(first.values.floats[start + i], second.values.floats[i])
                    da.floats[start + i] = gradient.floats[start + i] * slope.0
                    db.floats[i] += gradient.floats[start + i] * slope.1
                }
            }
            first.receive(da)
            second.receive(db)
        }
    }
}
