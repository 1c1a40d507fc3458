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

/// The samples of one epoch, each field as one array in batch order.
struct Batch: Sendable {
    let prompts: [Int]
    let slots: [Int]
    let samples: [Double]
    var rewards: [Double]

    /// Draws `size` prompts, then an answer to each; the rewards are -|x - label|.
    init(drawing size: Int, from table: PromptTable, policy: Policy, using generator: inout Xoshiro256StarStar) {
        var draws = generator
        let prompts = [Int](count: size) { _ in draws.integer(below: table.slots.count) }
        let slots = [Int](count: size) { table.slots[prompts[$0]] }
        let samples = [Double](count: size) {
            policy.parameters[slots[$0]] + table.sigmas[prompts[$0]] * draws.normal()
        }
        rewards = [Double](count: size) { -abs(samples[$0] - table.labels[prompts[$0]]) }
        generator = draws
        (self.prompts, self.slots, self.samples) = (prompts, slots, samples)
    }
}
