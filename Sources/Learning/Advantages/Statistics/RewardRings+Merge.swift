extension RewardRings {
    /// Writes the rewards of other rings, whose prompt p is `numbers[p]` here, as if they had come after all of ours one by one:
    /// each ends in the place where it would stand then.
    mutating func append(_ newer: RewardRings, for numbers: [Int]) {
        var (rewards, prompts): ([Double], [Int]) = ([], [])
        grow(to: (numbers.max() ?? -1) + 1)
        for (prompt, number) in numbers.enumerated() {
            let places = newer.rewards(of: prompt)
            let oldest = newer.nextPlace(of: prompt)
            if places.count == length {
                // All of ours are forgotten, and so are rewards that came in between.
                moveOn(number, by: oldest)
                rewards += places[oldest...] + places[..<oldest]
            } else {
                rewards += places
            }
            prompts += repeatElement(number, count: places.count)
        }
        append(rewards, for: prompts)
    }
}
