import DeterministicMath

/// Stops the program, also an optimised one, unless there is one reward for each prompt, a number below 1e150 in size: the
/// square of a larger one may be infinite.
@usableFromInline
func requireRewards<Prompt>(_ rewards: [Double], for prompts: [Prompt]) {
    requireOneReward(for: prompts, in: rewards)
    guard !areClearlyBelowBound(rewards),
        let place = rewards.firstIndex(where: { !(abs($0) < TrainingError.rewardBound) })
    else { return }
    fatalError("the reward of prompt \(prompts[place]) is \(rewards[place]); it must be a number below 1e150 in size")
}

/// Stops the program unless there is one reward for each prompt.
@usableFromInline
func requireOneReward<Prompt>(for prompts: [Prompt], in rewards: [Double]) {
    require(rewards.count == prompts.count, "\(rewards.count) rewards for \(prompts.count) prompts")
}

/// Stops the program unless ε can keep equal rewards from dividing by zero.
func requireEpsilon(_ epsilon: Double) {
    require(epsilon > 0 && epsilon.isFinite, "an epsilon of \(epsilon); it must be positive and finite")
}

/// Whether all rewards are below the bound in size; false also for some that are only just below it.
private func areClearlyBelowBound(_ rewards: [Double]) -> Bool {
    // Faster than asking each, for an epoch of training takes microseconds: scaled so that the bound is beyond all numbers,
    // a smaller one less itself is 0; any other is NaN and stays in a sum. Four sums at once.
    let scale = Double.greatestFiniteMagnitude / TrainingError.rewardBound * (1 + 1e-9)
    return rewards.withUnsafeBytes { bytes in
        var rest = SIMD4<Double>.zero
        var place = 0
        while place + 32 <= bytes.count {
            let four = bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<Double>.self) * scale
            rest += four - four
            place += 32
        }
        for index in place / 8..<rewards.count where !(abs(rewards[index]) < TrainingError.rewardBound) { return false }
        return rest == .zero
    }
}
