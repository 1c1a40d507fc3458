/// The direction that the samples of an update ask of each slot, one per slot after the duplicate rule.
struct SlotSteps: Sendable {
    /// The slots that have a direction, in the order of their first sample.
    private(set) var slots: [Int] = []
    private var directions: [Double]
    private var counts: [Int]

    init(slotCount: Int) {
        directions = [Double](repeating: 0, count: slotCount)
        counts = [Int](repeating: 0, count: slotCount)
    }

    func direction(of slot: Int) -> Double { directions[slot] }

    /// Takes A·(x - θ[slot]) of each sample x with its advantage A, in place of the directions before. The slices have the
    /// same indices.
    mutating func collect(
        slots samplesSlots: ArraySlice<Int>,
        toward samples: ArraySlice<Double>,
        advantages: ArraySlice<Double>,
        from parameters: [Double],
        duplicates: DuplicateRule
    ) {
        precondition(
            advantages.indices == samples.indices && samplesSlots.indices == samples.indices,
            "\(advantages.count) advantages and \(samplesSlots.count) slots for \(samples.count) samples")
        for slot in slots {
            counts[slot] = 0
        }
        slots.removeAll(keepingCapacity: true)
        for place in samples.indices {
            let slot = samplesSlots[place]
            let step = advantages[place] * (samples[place] - parameters[slot])
            counts[slot] += 1
            if counts[slot] == 1 {
                slots.append(slot)
                directions[slot] = step
            } else if duplicates == .last {
                directions[slot] = step
            } else {
                directions[slot] += step
            }
        }
        guard duplicates == .mean else { return }
        for slot in slots {
            directions[slot] /= Double(counts[slot])
        }
    }
}
