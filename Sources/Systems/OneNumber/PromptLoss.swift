/// What a prompt's answers still lose in the hands of a policy.
public struct PromptLoss: Hashable, Sendable {
    /// The prompt.
    public let prompt: Prompt
    /// Whether another prompt has its slot.
    public let isShared: Bool
    /// The prompt's expected reward at the problem's ceiling less the one under the policy. That of a shared slot may be
    /// negative: the policy serves the prompt at another's cost.
    public let value: Double
}
