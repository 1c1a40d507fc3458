extension RewardRings: Encodable {
    /// A ring's state as it is saved.
    struct Cursor: Hashable, Codable {
        /// How many places are filled.
        var count: Int
        /// The place that the next reward goes to.
        var next: Int
    }

    private enum CodingKeys: CodingKey { case rewards, rings }

    /// Takes over what was saved. Throws `DecodingError` for contents that no rewards lead to.
    mutating func restore(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let rewards = try values.decode([Double].self, forKey: .rewards)
        let cursors = try values.decode([Cursor].self, forKey: .rings)
        let length = length
        try decoder.require(rewards.allSatisfy(AdvantageError.isValid), "a reward that is not below 1e150 in size")
        try decoder.require(
            cursors.allSatisfy { cursor in
                // A ring that is not full goes on at its first free place.
                (0..<length).contains(cursor.next)
                    && (cursor.count == length || (0..<length).contains(cursor.count) && cursor.next == cursor.count)
            }, "a window whose count and place contradict each other")
        try decoder.require(
            cursors.reduce(0) { $0 + $1.count } == rewards.count, "\(rewards.count) rewards for windows of others")
        self = RewardRings(length: length)
        grow(to: cursors.count)
        append(rewards, for: cursors.enumerated().flatMap { repeatElement($0.offset, count: $0.element.count) })
        for (prompt, cursor) in cursors.enumerated() where cursor.count == length { moveOn(prompt, by: cursor.next) }
    }

    /// Saves the rewards of each prompt's ring, from its first place on, one prompt after the other, and the cursors.
    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode((0..<promptCount).flatMap(rewards(of:)), forKey: .rewards)
        try values.encode(cursors, forKey: .rings)
    }

    /// The cursor of each prompt's ring.
    var cursors: [Cursor] {
        (0..<promptCount).map { Cursor(count: rewards(of: $0).count, next: nextPlace(of: $0)) }
    }
}
