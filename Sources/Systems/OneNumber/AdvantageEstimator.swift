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

    /// Remembers a batch's rewards, each under its prompt, in batch order.
    ///
    /// Rewards are numbers below 1e150 in size; any other, NaN too, stops the program with a message that names the prompt.
    mutating func record(_ rewards: [Double], for prompts: [Prompt])

    /// The advantage of each reward of the batch that was recorded last.
    ///
    /// It is for training. Rewards that were not recorded, such as those of an evaluation, are in no window and no average:
    /// what they are measured against may not know them, and where no reward of theirs is remembered an advantage has no
    /// bound. Measure such rewards against `moments(of:)`.
    func advantages(of rewards: [Double], for prompts: [Prompt]) -> [Double]

    /// What is remembered of a prompt; nil if nothing is.
    func moments(of prompt: Prompt) -> Moments?

    /// How many rewards of one prompt a batch may have so that each is judged by statistics that it is part of, which
    /// limits |Â|: in a window of n rewards to √(n - 1). Nil if any number may.
    var mostRewardsOfAPrompt: Int? { get }
}

extension AdvantageEstimator {
    /// Nil: nothing is forgotten before it is judged.
    public var mostRewardsOfAPrompt: Int? { nil }
}
