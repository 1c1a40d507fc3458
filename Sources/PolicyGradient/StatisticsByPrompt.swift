public import DeterministicMath

/// Statistics of numbered prompts for prompts of any hashable type: each gets a number when it is first recorded.
///
/// ```swift
/// var groups = StatisticsByPrompt<String, _>(numbering: IndexedGroupStatistics())
/// ```
public struct StatisticsByPrompt<Prompt: Hashable & Sendable, Indexed: AdvantageEstimator>: AdvantageEstimator
where Indexed.Prompt == Int {
    @usableFromInline var indexed: Indexed
    @usableFromInline var indices: [Prompt: Int] = [:]

    /// Creates statistics that number their prompts for `indexed`, which must be empty.
    @inlinable
    public init(numbering indexed: Indexed) {
        self.indexed = indexed
    }

    /// Remembers a batch's rewards, numbers below 1e150 in size, each under its prompt, in batch order.
    @inlinable
    public mutating func record(_ rewards: [Double], for prompts: [Prompt]) {
        // Here a prompt has its name; `indexed` would complain of its number.
        requireRewards(rewards, for: prompts)
        let numbers = prompts.map { prompt in
            let number = index(of: prompt)
            if number == indices.count { indices[prompt] = number }
            return number
        }
        indexed.record(rewards, for: numbers)
    }

    /// The advantage of each reward of the batch that was recorded last.
    @inlinable
    public func advantages(of rewards: [Double], for prompts: [Prompt]) -> [Double] {
        indexed.advantages(of: rewards, for: prompts.map { index(of: $0) })
    }

    /// What is remembered of a prompt; nil if nothing is.
    @inlinable
    public func moments(of prompt: Prompt) -> Moments? {
        indexed.moments(of: index(of: prompt))
    }

    /// The prompt's number, or the first free one.
    @inlinable
    func index(of prompt: Prompt) -> Int {
        indices[prompt] ?? indices.count
    }
}

/// A window of the last rewards of each prompt.
///
/// ```swift
/// var window = WindowStatistics<Prompt>(length: 32, minimumCount: 16)
/// ```
public typealias WindowStatistics<Prompt: Hashable & Sendable> = StatisticsByPrompt<Prompt, IndexedWindowStatistics>

/// An exponential moving average of the rewards of each prompt.
public typealias EMAStatistics<Prompt: Hashable & Sendable> = StatisticsByPrompt<Prompt, IndexedEMAStatistics>

extension StatisticsByPrompt where Indexed == IndexedWindowStatistics {
    /// Creates empty windows; 1 ≤ `minimumCount` ≤ `length`.
    public init(length: Int, minimumCount: Int, epsilon: Double = 1e-7) {
        self.init(numbering: IndexedWindowStatistics(length: length, minimumCount: minimumCount, epsilon: epsilon))
    }
}

extension StatisticsByPrompt where Indexed == IndexedEMAStatistics {
    /// Creates averages of nothing; 0 < `decay` < 1 and `minimumCount` ≥ 1.
    public init(decay: Double, minimumCount: Int, epsilon: Double = 1e-7) {
        self.init(numbering: IndexedEMAStatistics(decay: decay, minimumCount: minimumCount, epsilon: epsilon))
    }
}
