import DeterministicMath

/// The fields of a problem's prompts, each as one array.
struct PromptTable: Sendable {
    let slots: [Int]
    let sigmas: [Double]
    let labels: [Double]

    init(_ prompts: [Prompt]) {
        slots = prompts.map(\.slot)
        sigmas = prompts.map(\.sigma)
        labels = prompts.map(\.label)
    }
}

/// The samples of one epoch, each field as one array in batch order. The next epoch uses the memory again.
struct Batch: Sendable {
    private(set) var prompts: [Int]
    private(set) var slots: [Int]
    private(set) var samples: [Double]
    var rewards: [Double]

    init(size: Int) {
        prompts = [Int](repeating: 0, count: size)
        slots = prompts
        samples = [Double](repeating: 0, count: size)
        rewards = samples
    }

    /// Draws the prompts, then an answer to each; the rewards are -|x - label|.
    mutating func draw(from table: PromptTable, policy: Policy, using generator: inout Xoshiro256StarStar) {
        generator.fillWithIntegers(&prompts, below: table.slots.count)
        generator.fillWithNormals(&samples)
        answer(&slots, &samples, &rewards, to: prompts, from: table, parameters: policy.parameters)
    }
}

/// Makes samples of the noise that stands in their place, x = θ[slot] + σ·noise, and rewards of the samples.
private func answer(
    _ slots: inout [Int],
    _ samples: inout [Double],
    _ rewards: inout [Double],
    to prompts: [Int],
    from table: PromptTable,
    parameters: [Double]
) {
    let (sigmas, labels, promptSlots) = (table.sigmas.span, table.labels.span, table.slots.span)
    let (prompts, parameters) = (prompts.span, parameters.span)
    var slots = slots.mutableSpan
    var samples = samples.mutableSpan
    var rewards = rewards.mutableSpan
    for place in prompts.indices {
        let prompt = prompts[unchecked: place]
        let slot = promptSlots[prompt]
        let sample = parameters[slot] + sigmas[unchecked: prompt] * samples[unchecked: place]
        slots[unchecked: place] = slot
        samples[unchecked: place] = sample
        rewards[unchecked: place] = -abs(sample - labels[unchecked: prompt])
    }
}
