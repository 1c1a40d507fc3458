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
