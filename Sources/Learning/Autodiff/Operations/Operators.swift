extension Variable {
    /// a + b, place by place; a smaller b, such as a bias or a position's embedding, is repeated along a's outer axes.
    public static func + (a: Variable, b: Variable) -> Variable {
        guard a.shape != b.shape else {
            let (first, second) = (a.node, a.tape.node(of: b))
            let sum = Storage(count: first.values.count)
            a.tape.kernels.add(first.values, second.values, into: sum)
            return a.tape.record(sum, a.shape, needsGradient: first.needsGradient || second.needsGradient) {
                _, gradient in
                first.receive(gradient)
                second.receive(gradient)
            }
        }
        return a.tape.elementwise("+", a, b, { $0 + $1 }, slopes: { _, _ in (1, 1) })
    }

    /// a - b, place by place; a smaller b is repeated along a's outer axes.
    public static func - (a: Variable, b: Variable) -> Variable {
        a.tape.elementwise("-", a, b, { $0 - $1 }, slopes: { _, _ in (1, -1) })
    }

    /// a · b, place by place; a smaller b is repeated along a's outer axes.
    public static func * (a: Variable, b: Variable) -> Variable {
        a.tape.elementwise("*", a, b, { $0 * $1 }, slopes: { ($1, $0) })
    }

    /// a / b, place by place; a smaller b is repeated along a's outer axes.
    public static func / (a: Variable, b: Variable) -> Variable {
        a.tape.elementwise("/", a, b, { $0 / $1 }, slopes: { (1 / $1, -$0 / ($1 * $1)) })
    }

    /// Every number times a constant.
    public static func * (a: Variable, factor: Float) -> Variable {
        a.tape.elementwise(a) {
            $0 * factor
        } slope: { _, _ in
            factor
        }
    }

    /// Every number times a constant.
    public static func * (factor: Float, a: Variable) -> Variable { a * factor }

    /// Every number plus a constant.
    public static func + (a: Variable, term: Float) -> Variable {
        a.tape.elementwise(a) {
            $0 + term
        } slope: { _, _ in
            1
        }
    }

    /// Every number minus a constant.
    public static func - (a: Variable, term: Float) -> Variable { a + -term }

    /// Every number with the other sign.
    public static prefix func - (a: Variable) -> Variable { a * -1 }

    /// a · b with data that gets no gradient: advantages, masks, importance weights.
    public static func * (a: Variable, numbers: [Float]) -> Variable { a * a.data("*", numbers) }

    /// a + b with data that gets no gradient.
    public static func + (a: Variable, numbers: [Float]) -> Variable { a + a.data("+", numbers) }

    /// a - b with data that gets no gradient.
    public static func - (a: Variable, numbers: [Float]) -> Variable { a - a.data("-", numbers) }

    /// The numbers in this value's shape.
    private func data(_ operation: String, _ numbers: [Float]) -> Variable {
        guard numbers.count == shape.count else {
            trap(ShapeError(operation, shape, "can not be combined with \(numbers.count) numbers"))
        }
        return tape.constant(Tensor(shape, numbers))
    }
}
