/// The direction that the samples of an update ask of each slot, one per slot after the duplicate rule.
struct SlotSteps: Sendable {
    /// The slots that have a direction, in the order of their first sample.
    var slots: ArraySlice<Int> { touched.prefix(count) }

    private var touched: [Int] = []
    private var count = 0
    private var directions: [Double]
    /// How many samples each slot has; 0 between updates, like the directions.
    private var samples: [Int]

    init(slotCount: Int) {
        directions = [Double](repeating: 0, count: slotCount)
        samples = [Int](repeating: 0, count: slotCount)
    }

    func direction(of slot: Int) -> Double { directions[slot] }

    /// Takes A·(x - θ[slot]) of each sample x with its advantage A, in place of the directions before. The slices have the
    /// same indices.
    mutating func collect(
        slots: ArraySlice<Int>,
        toward answers: ArraySlice<Double>,
        advantages: ArraySlice<Double>,
        from parameters: [Double],
        duplicates: DuplicateRule
    ) {
        precondition(
            advantages.indices == answers.indices && slots.indices == answers.indices,
            "\(advantages.count) advantages and \(slots.count) slots for \(answers.count) samples")
        precondition(
            parameters.count == directions.count, "\(parameters.count) parameters for \(directions.count) slots")
        clear()
        if touched.count < slots.count {
            touched = [Int](repeating: 0, count: slots.count)
        }
        let isLast = duplicates == .last
        // Buffers, because an array would ask before every write whether it is shared; no branch that depends on chance.
        var count = 0
        touched.withUnsafeMutableBufferPointer { touched in
            directions.withUnsafeMutableBufferPointer { directions in
                samples.withUnsafeMutableBufferPointer { samples in
                    for place in answers.indices {
                        let slot = slots[place]
                        precondition(slot >= 0 && slot < directions.count, "no slot \(slot)")
                        let step = advantages[place] * (answers[place] - parameters[slot])
                        let isFirst = samples[slot] == 0
                        touched[count] = slot
                        count += isFirst ? 1 : 0
                        samples[slot] += 1
                        directions[slot] = isLast ? step : directions[slot] + step
                    }
                    guard duplicates == .mean else { return }
                    for slot in touched.prefix(count) {
                        directions[slot] /= Double(samples[slot])
                    }
                }
            }
        }
        self.count = count
    }

    private mutating func clear() {
        for slot in touched.prefix(count) {
            directions[slot] = 0
            samples[slot] = 0
        }
        count = 0
    }
}
