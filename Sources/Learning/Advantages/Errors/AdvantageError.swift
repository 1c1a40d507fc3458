/// Why rewards can not be recorded, compared or merged.
public enum AdvantageError: Error, Hashable, CustomStringConvertible {
    /// A reward is NaN, infinite, or so large that its square may be.
    case reward(value: String, prompt: String)
    /// There is not one reward for each prompt.
    case counts(rewards: Int, prompts: Int)
    /// A prompt is not equal to itself, as a NaN is not; it could never be found again.
    case prompt(String)
    /// A method that compares within a batch was asked about a prompt that is not in the batch recorded last.
    case notRecorded(prompt: String)
    /// Statistics of another method or ε can not be merged.
    case settings(ours: String, theirs: String)

    /// Rewards below this in size have a finite variance.
    package static let rewardBound = 1e150

    /// Whether a reward is a number whose square is finite.
    package static func isValid(_ reward: Double) -> Bool { abs(reward) < rewardBound }

    /// One sentence that names the prompt, the value and what was expected.
    public var description: String {
        switch self {
        case .reward(let value, let prompt):
            "the reward of prompt \(prompt) is \(value); it must be a number below 1e150 in size"
        case .counts(let rewards, let prompts):
            "\(rewards) rewards for \(prompts) prompts"
        case .prompt(let prompt):
            "the prompt \(prompt) is not equal to itself"
        case .notRecorded(let prompt):
            "prompt \(prompt) is not in the batch that was recorded last"
        case .settings(let ours, let theirs):
            "statistics of \(theirs) can not be merged into those of \(ours)"
        }
    }
}
