public import DeterministicMath

/// Statistics of numbered prompts for prompts of any hashable type: each gets a number when it is first recorded.
///
/// ```swift
/// var groups = StatisticsByPrompt<String, _>(numbering: IndexedGroupStatistics())
/// ```
///
/// Nothing is ever evicted: a window takes 8 bytes for each of its places for each prompt ever seen. Saved statistics bring
/// their own settings; compare those of ``numbered`` after loading.
public struct StatisticsByPrompt<Prompt: Hashable & Sendable, Indexed: AdvantageEstimator>: AdvantageEstimator
where Indexed.Prompt == Int {
    @usableFromInline var indexed: Indexed
    @usableFromInline var indices: [Prompt: Int] = [:]

    /// Creates statistics that number their prompts for `indexed`, which must be empty.
    public init(numbering indexed: Indexed) {
        require(indexed.moments(of: 0) == nil, "statistics that are not empty: whose they are is not known")
        self.init(restoring: indexed)
    }

    /// Takes over statistics whose prompts are numbered elsewhere.
    init(restoring indexed: Indexed) { self.indexed = indexed }

    /// The statistics by number, with their settings.
    public var numbered: Indexed { indexed }

    /// The prompts that were recorded so far, in no order.
    public var prompts: some Collection<Prompt> & Sendable { indices.keys }

    /// How many rewards of one prompt a batch may have.
    public var mostRewardsOfAPrompt: Int? { indexed.mostRewardsOfAPrompt }

    /// Remembers a batch's rewards, each under its prompt, in batch order.
    ///
    /// Rewards are numbers below 1e150 in size; any other, NaN too, stops the program with a message that names the prompt.
    /// So does a batch with more rewards of a prompt than ``mostRewardsOfAPrompt``.
    @inlinable
    public mutating func record(_ rewards: [Double], for prompts: [Prompt]) {
        // Here a prompt has its name; `indexed` would complain of its number.
        requireRewards(rewards, for: prompts)
        let numbers = prompts.map { prompt in
            let number = index(of: prompt)
            if number == indices.count { indices[prompt] = number }
            return number
        }
        if let most = indexed.mostRewardsOfAPrompt { requireAtMost(most, of: numbers, named: prompts) }
        indexed.record(rewards, for: numbers)
    }

    /// Stops the program if a batch has more rewards of a prompt than are remembered of it.
    @usableFromInline
    func requireAtMost(_ most: Int, of numbers: [Int], named prompts: [Prompt]) {
        guard numbers.count > most else { return }
        var counts: [Int: Int] = [:]
        for number in numbers { counts[number, default: 0] += 1 }
        guard let place = numbers.firstIndex(where: { counts[$0]! > most }) else { return }
        fatalError(
            "a batch has \(counts[numbers[place]]!) rewards of prompt \(prompts[place]), and only \(most) are remembered: "
                + "the first would be judged by statistics that they are not part of")
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
