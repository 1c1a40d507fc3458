extension Tape {
    /// The rows of a table that the indices name: row i of the result is `table[indices[i]]`.
    ///
    /// - Parameters:
    ///   - table: vocabulary × features.
    ///   - indices: each below the vocabulary's size; as many as `shape` holds.
    ///   - shape: how the rows are arranged, `[sequences, length]` for example; a list of rows if nil.
    /// - Returns: `shape` × features.
    public func embedding(_ table: any Operand, _ indices: [Int], shape: Shape? = nil) -> Variable {
        let shape = shape ?? [indices.count]
        guard table.shape.lengths.count == 2 else {
            trap(ShapeError("embedding", table.shape, "is not a table of rows"))
        }
        guard shape.count == indices.count else {
            trap(ShapeError("embedding", shape, "can not hold \(indices.count) rows"))
        }
        let (vocabulary, features) = (table.shape.rows, table.shape.features)
        let y = Storage(count: indices.count * features)
        let start = floats(of: table)
        for (place, index) in indices.enumerated() {
            guard 0 <= index, index < vocabulary else {
                trap(ShapeError("embedding", table.shape, "has no row \(index)"))
            }
            (y.floats + place * features).update(from: start + index * features, count: features)
        }
        return record(y, Shape(shape.lengths + [features]), needsGradient: needsGradient(table)) { tape, gradient in
            let sum = tape.gradientFloats(of: table)
            for (place, index) in indices.enumerated() {
                addRow(gradient.floats + place * features, to: sum + index * features, count: features)
            }
        }
    }

    /// The sum of a row of each table: what describes a step by several symbols, an embedding for each.
    ///
    /// - Parameter terms: tables of symbols × features, each with as many indices.
    /// - Returns: indices × features.
    public func embeddingSum(_ terms: [(table: any Operand, indices: [Int])]) -> Variable {
        guard let first = terms.first else { trap(ShapeError("embeddingSum", [], "has no tables")) }
        let (count, features) = (first.indices.count, first.table.shape.features)
        for (table, indices) in terms {
            guard table.shape.lengths.count == 2, table.shape.features == features, indices.count == count else {
                trap(
                    ShapeError(
                        "embeddingSum", table.shape,
                        "with \(indices.count) indices can not be added to \(count) rows of \(features)"))
            }
            if let index = indices.first(where: { !(0..<table.shape.rows).contains($0) }) {
                trap(ShapeError("embeddingSum", table.shape, "has no row \(index)"))
            }
        }
        let y = Storage(repeating: 0, count: count * features)
        for (table, indices) in terms {
            let start = floats(of: table)
            for (place, index) in indices.enumerated() {
                addRow(start + index * features, to: y.floats + place * features, count: features)
            }
        }
        return record(y, [count, features], needsGradient: true) { tape, gradient in
            for (table, indices) in terms {
                guard let sum = tape.gradientFloats(ifLearnt: table) else { continue }
                for (place, index) in indices.enumerated() {
                    addRow(gradient.floats + place * features, to: sum + index * features, count: features)
                }
            }
        }
    }

    /// Some rows of x, in the order of the indices; a row may be taken more than once.
    ///
    /// - Returns: indices × features.
    public func rows(of x: Variable, at indices: [Int]) -> Variable {
        let (input, features) = (node(of: x), x.shape.features)
        let y = Storage(count: indices.count * features)
        for (place, index) in indices.enumerated() {
            guard 0 <= index, index < x.shape.rows else { trap(ShapeError("rows", x.shape, "has no row \(index)")) }
            (y.floats + place * features).update(from: input.values.floats + index * features, count: features)
        }
        return record(y, [indices.count, features], needsGradient: input.needsGradient) { _, gradient in
            let dx = Storage(repeating: 0, count: input.values.count)
            for (place, index) in indices.enumerated() {
                addRow(gradient.floats + place * features, to: dx.floats + index * features, count: features)
            }
            input.receive(dx)
        }
    }
}

private func addRow(_ row: UnsafePointer<Float>, to sum: UnsafeMutablePointer<Float>, count: Int) {
    for i in 0..<count { sum[i] += row[i] }
}
