public import DeterministicMath

/// Turns rewards into advantages: how much better than expected each one is.
///
/// Recording and answering are two calls: first the whole batch is recorded, then its advantages are asked for. An
/// estimator needs nothing but pairs of prompt and reward, so it serves any training loop:
///
/// ```swift
/// var window = WindowStatistics<String>(length: 32, minimumCount: 16)
/// window.record(rewards, for: prompts)
/// let advantages = window.advantages(of: rewards, for: prompts)
/// ```
public protocol AdvantageEstimator<Prompt>: Sendable {
    /// How prompts are told apart.
    associatedtype Prompt

    /// Remembers a batch's rewards, numbers below 1e150 in size, each under its prompt, in batch order.
    mutating func record(_ rewards: [Double], for prompts: [Prompt])

    /// The advantage of each reward of the batch that was recorded last.
    func advantages(of rewards: [Double], for prompts: [Prompt]) -> [Double]

    /// What is remembered of a prompt; nil if nothing is.
    func moments(of prompt: Prompt) -> Moments?
}
