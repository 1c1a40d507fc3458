package import DeterministicMath

/// Turns rewards of numbered prompts into advantages: the fast form, for a loop that knows its prompts by index, 0 and up.
///
/// Whoever calls it has checked that there is a reward for each prompt, all below 1e150 in size.
package protocol RewardStatistics: Sendable {
    /// Remembers a batch's rewards, each under its prompt, in batch order.
    mutating func record(_ rewards: [Double], for prompts: [Int])

    /// The advantage of each reward of the batch that was recorded last; `epsilon` keeps equal rewards from dividing by zero.
    func advantages(of rewards: [Double], for prompts: [Int], epsilon: Double) -> [Double]

    /// What is remembered of a prompt; nil if nothing is.
    func moments(of prompt: Int) -> Moments?
}
