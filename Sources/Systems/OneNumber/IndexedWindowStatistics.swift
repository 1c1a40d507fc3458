public import DeterministicMath

/// A window of each prompt's last rewards; the mean and standard deviation are taken over the window, anew with each batch.
///
/// A running mean and variance would be updated in one step, but drift: after a thousand rewards that were equal in the
/// end, Welford's method leaves a standard deviation of 3e-5 where it is 0, and ε is 1e-7.
public struct IndexedWindowStatistics: PerPromptStatistics {
    /// How many rewards of a prompt are remembered.
    public let length: Int
    /// How many rewards of a prompt must be remembered before its own statistics count.
    public let minimumCount: Int
    /// ε, which keeps equal rewards from dividing by zero.
    public let epsilon: Double
    /// One more than the largest prompt recorded so far.
    public var promptCount: Int { rings.promptCount }
    /// The window's length: a batch with more rewards of a prompt pushes the first of them out before they are judged.
    public var mostRewardsOfAPrompt: Int? { length }

    /// What is remembered.
    var rings: RewardRings

    /// Creates empty windows; 1 ≤ `minimumCount` ≤ `length`.
    public init(length: Int, minimumCount: Int, epsilon: Double = 1e-7) {
        require(minimumCount >= 1 && minimumCount <= length, "\(minimumCount) rewards of a window of \(length)")
        self.length = length
        self.minimumCount = minimumCount
        requireEpsilon(epsilon)
        self.epsilon = epsilon
        rings = RewardRings(length: length)
    }

    /// Remembers a batch's rewards, numbers below 1e150 in size, each under its prompt, in batch order; a full window forgets its oldest.
    public mutating func record(_ rewards: [Double], for prompts: [Int]) {
        requireRewards(rewards, for: prompts)
        rings.append(rewards, for: prompts)
    }

    /// The moments of the prompt's window; nil if it was never recorded.
    public func moments(of prompt: Int) -> Moments? {
        rings.moments(of: prompt)
    }
}
