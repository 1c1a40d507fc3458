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
        // Local names for what the loops read and change, so that it stays in registers.
        var draws = generator
        let (parameters, promptSlots, sigmas, labels) = (policy.parameters, table.slots, table.sigmas, table.labels)
        prompts.fill { _ in draws.integer(below: promptSlots.count) }
        let prompts = prompts
        slots.fill { promptSlots[prompts[$0]] }
        let slots = slots
        samples.fill { parameters[slots[$0]] + sigmas[prompts[$0]] * draws.normal() }
        let samples = samples
        rewards.fill { -abs(samples[$0] - labels[prompts[$0]]) }
        generator = draws
    }
}
