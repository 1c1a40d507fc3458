import DeterministicMath

/// The softmax of every row of logits, and the logarithm of the sum that it divides by.
struct RowSoftmax {
    let rows: Int
    let features: Int
    /// p = eˣ / Σ eˣ, rows × features.
    let probabilities: Storage
    /// log Σ eˣ of every row.
    let logarithms: [Float]

    init(of logits: Node, kernels: Kernels) {
        rows = logits.shape.rows
        features = logits.shape.features
        probabilities = Storage(count: logits.values.count)
        let largest = Storage(count: rows)
        let sums = Storage(count: rows)
        kernels.softmax(
            Matrix(logits.values.floats, rows: rows, columns: features),
            into: MutableMatrix(probabilities.floats, rows: rows, columns: features),
            visible: features, largest: largest.floats, sum: sums.floats)
        logarithms = (0..<rows).map { largest.floats[$0] + Float(log(Double(sums.floats[$0]))) }
    }

    /// dy_i · ∂ log p(choice_i) / ∂x = dy_i · (1 at the choice - p), row by row.
    func logProbabilityGradient(of choices: [Int], rowGradient: (_ row: Int) -> Float) -> Storage {
        let dx = Storage(count: rows * features)
        for row in 0..<rows {
            let factor = rowGradient(row)
            let start = row * features
            for j in start..<start + features { dx.floats[j] = -factor * probabilities.floats[j] }
            dx.floats[start + choices[row]] += factor
        }
        return dx
    }
}

extension Tape {
    /// The probabilities eˣ / Σ eˣ of every row.
    ///
    /// - Parameter logits: … × features.
    public func softmax(_ logits: Variable) -> Variable {
        let input = node(of: logits)
        let softmax = RowSoftmax(of: input, kernels: kernels)
        let y = softmax.probabilities
        return record(y, logits.shape, needsGradient: input.needsGradient) { tape, gradient in
            let dx = Storage(copying: gradient)
            tape.kernels.softmaxGradient(
                Matrix(y.floats, rows: softmax.rows, columns: softmax.features),
                MutableMatrix(dx.floats, rows: softmax.rows, columns: softmax.features), scale: 1)
            input.receive(dx)
        }
    }

    /// x - log Σ eˣ of every row: the logarithms of the softmax, precise also where it is tiny.
    ///
    /// - Parameter logits: … × features.
    public func logSoftmax(_ logits: Variable) -> Variable {
        let (input, features) = (node(of: logits), logits.shape.features)
        let softmax = RowSoftmax(of: input, kernels: kernels)
        let y = Storage(count: logits.shape.count)
        for row in 0..<softmax.rows {
            for j in row * features..<(row + 1) * features {
                y.floats[j] = input.values.floats[j] - softmax.logarithms[row]
            }
        }
        return record(y, logits.shape, needsGradient: input.needsGradient) { _, gradient in
            let dx = Storage(count: gradient.count)
            for row in 0..<softmax.rows {
                let sum = Float(total(gradient.floats + row * features, count: features))
                for j in row * features..<(row + 1) * features {
                    dx.floats[j] = gradient.floats[j] - sum * softmax.probabilities.floats[j]
                }
            }
            input.receive(dx)
        }
    }

    /// log p(choice) of every row's choice: the log-softmax at one place per row.
    ///
    /// - Parameters:
    ///   - choices: an index below the number of features for every row: the actions or tokens taken.
    ///   - logits: … × features.
    /// - Returns: …, a number for every row.
    public func logProbability(of choices: [Int], _ logits: Variable) -> Variable {
        check("logProbability", choices, logits)
        let (input, features) = (node(of: logits), logits.shape.features)
        let softmax = RowSoftmax(of: input, kernels: kernels)
        let y = Storage(count: softmax.rows)
        for (row, choice) in choices.enumerated() {
            y.floats[row] = input.values.floats[row * features + choice] - softmax.logarithms[row]
        }
        let shape = Shape(Array(logits.shape.lengths.dropLast()))
        return record(y, shape, needsGradient: input.needsGradient) { _, gradient in
            input.receive(softmax.logProbabilityGradient(of: choices) { gradient.floats[$0] })
        }
    }

    /// The mean of -log p(target) over all rows: softmax cross-entropy.
    ///
    /// - Parameters:
    ///   - logits: … × features.
    ///   - targets: an index below the number of features for every row.
    /// - Returns: a single number.
    public func crossEntropy(_ logits: Variable, _ targets: [Int]) -> Variable {
        check("crossEntropy", targets, logits)
        guard !targets.isEmpty else { trap(ShapeError("crossEntropy", logits.shape, "has no rows")) }
        let (input, features) = (node(of: logits), logits.shape.features)
        let softmax = RowSoftmax(of: input, kernels: kernels)
        var sum = 0.0
        for (row, target) in targets.enumerated() {
            sum += Double(softmax.logarithms[row]) - Double(input.values.floats[row * features + target])
        }
        let share = 1 / Double(softmax.rows)
        return record(Storage([Float(sum * share)]), [], needsGradient: input.needsGradient) { _, gradient in
            let factor = -gradient.floats[0] * Float(share)
            input.receive(softmax.logProbabilityGradient(of: targets) { _ in factor })
        }
    }

    /// -Σ p log p of every row's softmax, in nats. A logit of -∞ is a choice that can not be made, and adds nothing.
    ///
    /// - Parameter logits: … × features.
    /// - Returns: …, a number for every row.
    public func entropy(_ logits: Variable) -> Variable {
        let p = softmax(logits)
        // 0 · -∞ would be NaN; no other logarithm is anywhere near the bound.
        return -rowSums(p * clamped(logSoftmax(logits), to: -1e30 ... .infinity))
    }

    private func check(_ operation: String, _ choices: [Int], _ logits: Variable) {
        guard choices.count == logits.shape.rows else {
            trap(ShapeError(operation, logits.shape, "has \(logits.shape.rows) rows for \(choices.count) choices"))
        }
        for choice in choices where choice < 0 || choice >= logits.shape.features {
            trap(ShapeError(operation, logits.shape, "has no column \(choice)"))
        }
    }
}
