extension Tape {
    /// The sum of all numbers.
    public func sum(_ x: Variable) -> Variable { weightedSum(x, weight: 1) }

    /// The mean of all numbers.
    public func mean(_ x: Variable) -> Variable {
        guard x.shape.count > 0 else { trap(ShapeError("mean", x.shape, "holds no numbers")) }
        return weightedSum(x, weight: 1 / Double(x.shape.count))
    }

    /// The sum of every row: … × features becomes ….
    public func rowSums(_ x: Variable) -> Variable {
        let (input, features) = (node(of: x), x.shape.features)
        let y = Storage(count: x.shape.rows)
        for row in 0..<y.count { y.floats[row] = Float(total(input.values.floats + row * features, count: features)) }
        let shape = Shape(Array(x.shape.lengths.dropLast()))
        return record(y, shape, needsGradient: input.needsGradient) { _, gradient in
            let dx = Storage(count: input.values.count)
            for row in 0..<gradient.count {
                (dx.floats + row * features).update(repeating: gradient.floats[row], count: features)
            }
            input.receive(dx)
        }
    }

    private func weightedSum(_ x: Variable, weight: Double) -> Variable {
        let input = node(of: x)
        let sum = weight * total(input.values.floats, count: input.values.count)
        return record(Storage([Float(sum)]), [], needsGradient: input.needsGradient) { _, gradient in
            input.receive(Storage(repeating: Float(weight) * gradient.floats[0], count: input.values.count))
        }
    }
}

/// The sum of floats from the first to the last, in doubles.
func total(_ floats: UnsafePointer<Float>, count: Int) -> Double {
    var sum = 0.0
    for i in 0..<count { sum += Double(floats[i]) }
    return sum
}
