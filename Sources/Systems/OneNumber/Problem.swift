import DeterministicMath

/// A fake machine-learning problem: learn to answer each text prompt with one number, its label.
///
/// ```swift
/// let problem = Problem(seed: 7)
/// let prompt = problem.prompts[0]
/// let answer = problem.policy.sample(for: prompt, using: &generator)
/// print(problem.reward(of: answer, for: prompt))
/// ```
public struct Problem: Hashable, Sendable, Codable {
    /// The prompts, each at its `index`.
    public let prompts: [Prompt]
    /// θ before any learning.
    public let initialParameters: [Double]

    /// Creates a problem from known values, such as those of a recorded run. Every prompt's slot must be a parameter's
    /// index, and its `index` its place.
    public init(prompts: [Prompt], initialParameters: [Double]) {
        for (place, prompt) in prompts.enumerated() {
            require(prompt.index == place, "prompt \(prompt.name) stands at \(place), not at \(prompt.index)")
            require(
                initialParameters.indices.contains(prompt.slot),
                "prompt \(prompt.name) has slot \(prompt.slot) of \(initialParameters.count)"
            )
        }
        self.prompts = prompts
        self.initialParameters = initialParameters
    }

    /// The original's problem: 64 prompts whose names come from `seed`, 1024 parameters uniform on [0, 256).
    public init(seed: UInt64) {
        self.init(seed: seed, valid: ProblemSettings())
    }

    /// A problem of another size. Throws `TrainingError.setting` if that makes no sense.
    public init(seed: UInt64, settings: ProblemSettings) throws(TrainingError) {
        try settings.validate()
        self.init(seed: seed, valid: settings)
    }

    private init(seed: UInt64, valid settings: ProblemSettings) {
        var generator = Xoshiro256StarStar(naming: seed)
        let names = PromptNames.draw(count: settings.promptCount, using: &generator)
        generator = Xoshiro256StarStar(initializing: seed)
        self.init(
            prompts: names.enumerated().map { index, name in
                Prompt(name: name, index: index, slotCount: settings.slotCount, labelCount: settings.labelCount)
            },
            initialParameters: (0..<settings.slotCount).map { _ in
                generator.uniform() * Double(settings.labelCount)
            }
        )
    }

    /// The policy before any learning.
    public var policy: Policy { Policy(parameters: initialParameters) }

    /// r = -|x - label|: 0 at best.
    public func reward(of sample: Double, for prompt: Prompt) -> Double {
        -abs(sample - prompt.label)
    }

    /// `size` prompts drawn at random, with replacement.
    public func drawBatch(size: Int, using generator: inout some RandomNumberGenerator) -> [Prompt] {
        (0..<size).map { _ in prompts[generator.integer(below: prompts.count)] }
    }

    /// The slots that several prompts share, by slot: each a group of prompts that no parameter suits all, unless their
    /// labels agree.
    public var collisions: [[Prompt]] {
        promptsBySlot.filter { $0.count > 1 }
    }

    /// How many pairs of prompts share a slot: one for a slot of two prompts, three for a slot of three.
    public var collidingPairs: Int {
        collisions.map { $0.count * ($0.count - 1) / 2 }.reduce(0, +)
    }

    /// Whether another prompt has the slot of this one.
    public func sharesSlot(_ prompt: Prompt) -> Bool {
        prompts.contains { $0.slot == prompt.slot && $0.index != prompt.index }
    }

    /// The prompts of each slot that has any, by slot.
    var promptsBySlot: [[Prompt]] {
        var groups = [[Prompt]](repeating: [], count: initialParameters.count)
        for prompt in prompts {
            groups[prompt.slot].append(prompt)
        }
        return groups.filter { !$0.isEmpty }
    }
}
