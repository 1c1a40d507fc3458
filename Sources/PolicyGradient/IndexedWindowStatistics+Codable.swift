extension IndexedWindowStatistics: Codable {
    private enum CodingKeys: CodingKey {
        case length, minimumCount, epsilon, rewards, rings
    }

    /// Restores windows that were saved. Throws `DecodingError` for contents that no windows can have.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let length = try values.decode(Int.self, forKey: .length)
        let minimumCount = try values.decode(Int.self, forKey: .minimumCount)
        let rewards = try values.decode([Double].self, forKey: .rewards)
        let rings = try values.decode([Ring].self, forKey: .rings)
        let isSound =
            minimumCount >= 1 && minimumCount <= length && rewards.count == length * rings.count
            && rings.allSatisfy { (0...length).contains($0.count) && (0..<length).contains($0.next) }
        guard isSound else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "windows whose counts and places contradict each other"
                ))
        }
        self.init(
            length: length, minimumCount: minimumCount, epsilon: try values.decode(Double.self, forKey: .epsilon))
        self.rewards = rewards
        self.rings = rings
    }

    /// Saves the windows, so that a training can resume with the same bits.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(length, forKey: .length)
        try values.encode(minimumCount, forKey: .minimumCount)
        try values.encode(epsilon, forKey: .epsilon)
        try values.encode(rewards, forKey: .rewards)
        try values.encode(rings, forKey: .rings)
    }
}
