public import DeterministicMath

/// A window of each prompt's last rewards; the mean and standard deviation are taken over the window, anew each time.
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
    public var promptCount: Int { rings.count }

    /// `length` places per prompt, used as a ring.
    var rewards: [Double] = []
    var rings: [Ring] = []

    struct Ring: Hashable, Sendable, Codable {
        /// How many places are filled.
        var count = 0
        /// The place that the next reward goes to.
        var next = 0
    }

    /// Creates empty windows; 1 ≤ `minimumCount` ≤ `length`.
    public init(length: Int, minimumCount: Int, epsilon: Double = 1e-7) {
        precondition(minimumCount >= 1 && minimumCount <= length, "\(minimumCount) rewards of a window of \(length)")
        self.length = length
        self.minimumCount = minimumCount
        self.epsilon = epsilon
    }

    /// Remembers a batch's rewards, finite numbers, each under its prompt, in batch order; a full window forgets its oldest.
    public mutating func record(_ rewards: [Double], for prompts: [Int]) {
        precondition(rewards.count == prompts.count, "\(rewards.count) rewards for \(prompts.count) prompts")
        var recorded = 0
        while recorded < prompts.count {
            if prompts[recorded] >= promptCount { grow(toHold: prompts[recorded...].max()!) }
            recorded = recordKnown(rewards, for: prompts, from: recorded)
        }
    }

    /// Remembers rewards from a place on, up to the first prompt that there is no window for yet, and returns its place.
    private mutating func recordKnown(_ rewards: [Double], for prompts: [Int], from start: Int) -> Int {
        let length = length
        // Buffers, because an array would ask before every write whether it is shared.
        return self.rewards.withUnsafeMutableBufferPointer { places in
            rings.withUnsafeMutableBufferPointer { rings in
                for place in start..<prompts.count {
                    let (reward, prompt) = (rewards[place], prompts[place])
                    guard prompt < rings.count else { return place }
                    precondition(prompt >= 0 && reward.isFinite, "the reward of prompt \(prompt) is \(reward)")
                    let ring = rings[prompt]
                    places[prompt &* length &+ ring.next] = reward
                    let next = ring.next &+ 1
                    rings[prompt] = Ring(count: max(ring.count, next), next: next == length ? 0 : next)
                }
                return prompts.count
            }
        }
    }

    /// The moments of the prompt's window; nil if it was never recorded.
    public func moments(of prompt: Int) -> Moments? {
        guard prompt < promptCount, rings[prompt].count > 0 else { return nil }
        let start = prompt * length
        return rewards.withUnsafeBufferPointer {
            Moments(of: UnsafeBufferPointer(rebasing: $0[start..<start + rings[prompt].count]))
        }
    }

    private mutating func grow(toHold prompt: Int) {
        let added = prompt + 1 - promptCount
        rewards.append(contentsOf: repeatElement(0, count: added * length))
        rings.append(contentsOf: repeatElement(Ring(), count: added))
    }
}
