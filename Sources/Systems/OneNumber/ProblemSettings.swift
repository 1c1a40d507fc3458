/// How large a problem is; the defaults are the original's.
public struct ProblemSettings: Hashable, Sendable, Codable {
    /// How many prompts there are, 1 to 4096. With 64 prompts in 1024 slots about two pairs share a slot.
    public var promptCount = 64
    /// How many parameters the policy has.
    public var slotCount = 1024
    /// Labels are 0 ..< `labelCount`, and so are the initial parameters.
    public var labelCount = 256

    /// Creates the original's settings, or others.
    public init(promptCount: Int = 64, slotCount: Int = 1024, labelCount: Int = 256) {
        self.promptCount = promptCount
        self.slotCount = slotCount
        self.labelCount = labelCount
    }

    /// Throws `TrainingError.setting` for the first setting that makes no sense.
    public func validate() throws(TrainingError) {
        let names = PromptNames.adjectives.count * PromptNames.nouns.count
        try require((1...names).contains(promptCount), "promptCount", promptCount, "from 1 to \(names)")
        try require(slotCount >= 1, "slotCount", slotCount, "at least 1")
        try require(labelCount >= 1, "labelCount", labelCount, "at least 1")
    }
}
