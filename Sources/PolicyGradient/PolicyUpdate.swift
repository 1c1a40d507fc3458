/// What happens when several samples of a batch change the same parameter.
public enum DuplicateRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// Only the last sample of the batch counts: the original's, as `params[ids] += steps` does it with arrays.
    case last
    /// Their steps are added.
    case sum
    /// Their steps are averaged.
    case mean
}

extension Policy {
    /// θ[slot] += A·(x - θ[slot]) for each sample x with its advantage A: toward good answers, away from bad ones.
    ///
    /// All differences are from the parameters before the update. The three lists are of equal length.
    public mutating func update(
        toward samples: [Double], for prompts: [Prompt], advantages: [Double], duplicates: DuplicateRule = .last
    ) {
        precondition(prompts.count == samples.count, "\(samples.count) samples for \(prompts.count) prompts")
        update(
            slots: prompts.map(\.slot)[...], toward: samples[...], advantages: advantages[...], duplicates: duplicates)
    }

    /// The update for samples whose slots are known; the slices have the same indices.
    mutating func update(
        slots: ArraySlice<Int>,
        toward samples: ArraySlice<Double>,
        advantages: ArraySlice<Double>,
        duplicates: DuplicateRule
    ) {
        precondition(
            advantages.indices == samples.indices, "\(advantages.count) advantages for \(samples.count) samples")
        let start = slots.startIndex
        let before = slots.map { parameters[$0] }
        let steps = before.indices.map { advantages[start + $0] * (samples[start + $0] - before[$0]) }
        // A buffer, because an array would ask before every write whether it is shared.
        parameters.withUnsafeMutableBufferPointer { parameters in
            switch duplicates {
            case .last:
                for place in steps.indices {
                    parameters[slots[start + place]] = before[place] + steps[place]
                }
            case .sum:
                for place in steps.indices {
                    parameters[slots[start + place]] += steps[place]
                }
            case .mean:
                var counts = [Double](repeating: 0, count: parameters.count)
                var sums = counts
                for place in steps.indices {
                    counts[slots[start + place]] += 1
                    sums[slots[start + place]] += steps[place]
                }
                for slot in parameters.indices where counts[slot] > 0 {
                    parameters[slot] += sums[slot] / counts[slot]
                }
            }
        }
    }
}
