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
