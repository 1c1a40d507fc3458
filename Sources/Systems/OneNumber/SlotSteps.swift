import DeterministicMath

/// The direction that the samples of an update ask of each slot, one per slot after the duplicate rule.
struct SlotSteps: Sendable {
    /// The slots that have a direction, in the order of their first sample.
    var slots: ArraySlice<Int> { touched.prefix(count) }

    private var touched: [Int] = []
    private var count = 0
    private var directions: [Double]
    /// How many samples each slot has; 0, like its direction, where none is touched.
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
        if touched.count < slots.count {
            touched.append(contentsOf: repeatElement(0, count: slots.count - touched.count))
        }
        let before = count
        let (slots, answers, advantages, parameters) = (slots.span, answers.span, advantages.span, parameters.span)
        // Buffers, because an array would ask before every write whether it is shared.
        count = touched.withUnsafeMutableBufferPointer { touched in
            directions.withUnsafeMutableBufferPointer { directions in
                samples.withUnsafeMutableBufferPointer { samples in
                    for place in 0..<before {
                        directions[touched[place]] = 0
                        samples[touched[place]] = 0
                    }
                    // No branch in this loop depends on chance.
                    let isLast = duplicates == .last
                    var count = 0
                    for place in slots.indices {
                        let slot = slots[unchecked: place]
                        let step = advantages[unchecked: place] * (answers[unchecked: place] - parameters[slot])
                        let earlier = samples[slot]
                        touched[count] = slot
                        count &+= earlier == 0 ? 1 : 0
                        samples[slot] = earlier &+ 1
                        directions[slot] = isLast ? step : directions[slot] + step
                    }
                    guard duplicates == .mean else { return count }
                    for place in 0..<count {
                        directions[touched[place]] /= Double(samples[touched[place]])
                    }
                    return count
                }
            }
        }
    }
}
