public import DeterministicMath

/// Turns rewards into advantages: how much better than expected each one is, by what its prompt earned so far.
///
/// Recording and answering are two calls: first the whole batch is recorded, then its advantages are asked for. Nothing is needed
/// but pairs of prompt and reward, so it serves any training loop:
///
/// ```swift
/// var statistics = Advantages<String>(.window(length: 32, minimumCount: 16))
/// statistics.record(rewards, for: prompts)
/// let advantages = statistics.advantages(of: rewards, for: prompts)
/// ```
///
/// Rewards are numbers below 1e150 in size. Any other, NaN too, stops the program with a message that names its prompt, where it
/// is recorded or asked about; the calls with `validating` throw `AdvantageError` instead, and those with `skippingInvalid` leave it
/// out. Nothing of a prompt is ever evicted: a window takes 8 bytes for each of its places for each prompt ever seen.
public struct Advantages<Prompt: Hashable & Sendable>: Sendable {
    /// How rewards become advantages.
    public let method: AdvantageMethod
    /// ε, which keeps equal rewards from dividing by zero.
    public let epsilon: Double
    var statistics: any LearnedStatistics
    /// The number of each prompt in `statistics`: prompts are numbered in the order of their first reward.
    @usableFromInline var numbers: [Prompt: Int] = [:]

    /// Creates statistics that have seen nothing. Settings that make no sense stop the program with a message.
    public init(_ method: AdvantageMethod, epsilon: Double = 1e-7) {
        do { try self.init(validating: method, epsilon: epsilon) } catch { fatalError("\(error)") }
    }

    /// Creates statistics that have seen nothing. Throws `InvalidSetting` for a setting that makes no sense: ε must be positive and
    /// finite, and `AdvantageMethod` says what each method asks for.
    public init(validating method: AdvantageMethod, epsilon: Double = 1e-7) throws(InvalidSetting) {
        try method.validate()
        try InvalidSetting.unlessEpsilon(epsilon)
        guard let statistics = method.rule.statistics() as? any LearnedStatistics else {
            throw InvalidSetting("advantage", method.name, mustBe: "a method that learns from rewards")
        }
        (self.method, self.epsilon, self.statistics) = (method, epsilon, statistics)
    }

    /// The prompts that are remembered, in no order: all that were recorded, or those of the last batch if the method compares within
    /// a batch.
    public var prompts: some Collection<Prompt> & Sendable { numbers.keys }

    /// What is remembered of a prompt; nil if nothing is.
    ///
    /// Measure the rewards of an evaluation against this, not by `advantages(of:for:)`, which is for rewards that were recorded.
    public func moments(of prompt: Prompt) -> Moments? {
        numbers[prompt].flatMap { statistics.moments(of: $0) }
    }

    /// Remembers a batch's rewards, each under its prompt, in batch order.
    ///
    /// Stops the program as `record(validating:for:)` throws.
    @inlinable
    public mutating func record(_ rewards: [Double], for prompts: [Prompt]) {
        do { try record(validating: rewards, for: prompts) } catch { stop(error) }
    }

    /// The advantage of each reward of the batch that was recorded last. Changes nothing.
    ///
    /// Stops the program as `advantages(validating:for:)` throws.
    @inlinable
    public func advantages(of rewards: [Double], for prompts: [Prompt]) -> [Double] {
        do { return try advantages(validating: rewards, for: prompts) } catch { stop(error) }
    }

    /// Remembers a batch's rewards, each under its prompt, in batch order.
    ///
    /// Throws `AdvantageError`, and remembers nothing of the batch, for a reward that is not a number below 1e150 in size, if there
    /// is not one reward for each prompt, or for a prompt that is not equal to itself.
    @inlinable
    public mutating func record(validating rewards: [Double], for prompts: [Prompt]) throws(AdvantageError) {
        try check(rewards, for: prompts)
        guard beginBatch() else { return }
        record(rewards, numbered: number(prompts))
    }

    /// The advantage of each reward of the batch that was recorded last. Changes nothing.
    ///
    /// Throws `AdvantageError` as `record(validating:for:)`, and if the method compares within a batch and a prompt is not in the
    /// batch that was recorded last.
    @inlinable
    public func advantages(validating rewards: [Double], for prompts: [Prompt]) throws(AdvantageError) -> [Double] {
        try check(rewards, for: prompts)
        let unknown = numbers.count
        return try advantages(of: rewards, for: prompts, numbered: prompts.map { numbers[$0] ?? unknown })
    }
}

extension Advantages {
    /// Remembers those of a batch's rewards that are numbers below 1e150 in size, and leaves out any other, such as the NaN of an
    /// answer that could not be judged. Stops the program if there is not one reward for each prompt.
    public mutating func record(skippingInvalid rewards: [Double], for prompts: [Prompt]) {
        let places = validPlaces(of: rewards, for: prompts)
        record(places.map { rewards[$0] }, for: places.map { prompts[$0] })
    }

    /// The advantages of a batch that was recorded with `record(skippingInvalid:for:)`: 0 for the rewards that were left out, so that
    /// nothing is learned from their samples. Stops the program as `advantages(of:for:)` does, but for such rewards.
    public func advantages(skippingInvalid rewards: [Double], for prompts: [Prompt]) -> [Double] {
        let places = validPlaces(of: rewards, for: prompts)
        var advantages = [Double](repeating: 0, count: rewards.count)
        let valid = self.advantages(of: places.map { rewards[$0] }, for: places.map { prompts[$0] })
        for (place, advantage) in zip(places, valid) { advantages[place] = advantage }
        return advantages
    }

    private func validPlaces(of rewards: [Double], for prompts: [Prompt]) -> [Int] {
        guard rewards.count == prompts.count else {
            stop(.counts(rewards: rewards.count, prompts: prompts.count))
        }
        return rewards.indices.filter { AdvantageError.isValid(rewards[$0]) }
    }
}

// What other modules inline, so that prompts of their own types are found fast, and what they call for the rest.
extension Advantages {
    /// The numbers of prompts; new ones get the next.
    @inlinable
    mutating func number(_ prompts: [Prompt]) -> [Int] {
        prompts.map { prompt in
            if let number = numbers[prompt] { return number }
            let number = numbers.count
            numbers[prompt] = number
            return number
        }
    }

    /// Forgets the prompts of the last batch if the method does; false if it does not remember any.
    @usableFromInline
    mutating func beginBatch() -> Bool {
        if statistics.memory == .lastBatch { numbers.removeAll(keepingCapacity: true) }
        return statistics.memory != .nothing
    }

    @usableFromInline
    mutating func record(_ rewards: [Double], numbered numbers: [Int]) {
        statistics.record(rewards, for: numbers)
    }

    /// The advantages; `numbers` are those of the prompts, and as large as the number of known prompts for unknown ones.
    @usableFromInline
    func advantages(
        of rewards: [Double], for prompts: [Prompt], numbered numbers: [Int]
    ) throws(AdvantageError) -> [Double] {
        let known = self.numbers.count
        if statistics.memory == .lastBatch, let place = numbers.firstIndex(where: { $0 >= known }) {
            throw .notRecorded(prompt: "\(prompts[place])")
        }
        return statistics.advantages(of: rewards, for: numbers, epsilon: epsilon)
    }

    /// Throws unless each prompt has a reward and all are valid.
    @usableFromInline
    func check(_ rewards: [Double], for prompts: [Prompt]) throws(AdvantageError) {
        guard rewards.count == prompts.count else {
            throw .counts(rewards: rewards.count, prompts: prompts.count)
        }
        if let place = rewards.firstIndex(where: { !AdvantageError.isValid($0) }) {
            throw .reward(value: "\(rewards[place])", prompt: "\(prompts[place])")
        }
        if let prompt = prompts.first(where: { $0 != $0 }) {
            throw .prompt("\(prompt)")
        }
    }

    /// Stops the program with the message.
    @usableFromInline
    func stop(_ error: AdvantageError) -> Never { fatalError("\(error)") }
}
