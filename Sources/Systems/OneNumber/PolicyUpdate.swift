import DeterministicMath

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
        var optimizer = Optimizer()
        update(toward: samples, for: prompts, advantages: advantages, duplicates: duplicates, by: &optimizer)
    }

    /// The update with another step rule: the optimizer moves θ[slot] in the direction A·(x - θ[slot]), duplicates joined.
    public mutating func update(
        toward samples: [Double],
        for prompts: [Prompt],
        advantages: [Double],
        duplicates: DuplicateRule = .last,
        by optimizer: inout Optimizer
    ) {
        require(prompts.count == samples.count, "\(samples.count) samples for \(prompts.count) prompts")
        var steps = SlotSteps(slotCount: parameters.count)
        steps.collect(
            slots: prompts.map(\.slot)[...],
            toward: samples[...],
            advantages: advantages[...],
            from: parameters,
            duplicates: duplicates
        )
        optimizer.apply(steps, to: &parameters)
    }
}
