import DeterministicMath

/// Stops the program, also an optimised one, unless there is one reward for each prompt, a number below 1e150 in size: the
/// square of a larger one may be infinite.
@usableFromInline
func requireRewards<Prompt>(_ rewards: [Double], for prompts: [Prompt]) {
    requireOneReward(for: prompts, in: rewards)
    let bound = TrainingError.rewardBound
    // Four at once: the whole epoch of a training takes microseconds. NaN is below nothing.
    let (isFirstPartUsable, rest) = rewards.withUnsafeBytes { bytes in
        var isUsable = SIMDMask<SIMD4<Int64>>(repeating: true)
        var place = 0
        while place + 32 <= bytes.count {
            let four = bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<Double>.self)
            isUsable .&= (four .< bound) .& (four .> -bound)
            place += 32
        }
        return (isUsable == SIMDMask(repeating: true), place / 8)
    }
    guard !isFirstPartUsable || !rewards[rest...].allSatisfy({ abs($0) < bound }) else { return }
    let place = rewards.firstIndex { !(abs($0) < bound) }!
    fatalError("the reward of prompt \(prompts[place]) is \(rewards[place]); it must be a number below 1e150 in size")
}

/// Stops the program unless there is one reward for each prompt.
@usableFromInline
func requireOneReward<Prompt>(for prompts: [Prompt], in rewards: [Double]) {
    require(rewards.count == prompts.count, "\(rewards.count) rewards for \(prompts.count) prompts")
}
