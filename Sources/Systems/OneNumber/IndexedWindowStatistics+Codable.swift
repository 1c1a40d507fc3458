extension IndexedWindowStatistics: Codable {
    private enum CodingKeys: CodingKey {
        case length, minimumCount, epsilon, rewards, rings
    }

    /// Restores windows that were saved. Throws `DecodingError` for contents that no windows can have.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let length = try values.decode(Int.self, forKey: .length)
        let minimumCount = try values.decode(Int.self, forKey: .minimumCount)
        let epsilon = try values.decode(Double.self, forKey: .epsilon)
        let places = try values.decode([Double].self, forKey: .rewards)
        let cursors = try values.decode([RewardRings.Cursor].self, forKey: .rings)
        let isSound =
            minimumCount >= 1 && minimumCount <= length && epsilon > 0
            && places.allSatisfy { abs($0) < TrainingError.rewardBound }
            && length.multipliedReportingOverflow(by: cursors.count) == (places.count, false)
            && cursors.allSatisfy { cursor in
                // A ring that is not full goes on at its first free place.
                (0..<length).contains(cursor.next)
                    && (cursor.count == length || (0..<length).contains(cursor.count) && cursor.next == cursor.count)
            }
        guard isSound else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription:
                        "windows that no rewards give: counts, places, rewards or settings contradict each other"
                ))
        }
        self.init(length: length, minimumCount: minimumCount, epsilon: epsilon)
        rings = RewardRings(length: length, places: places, cursors: cursors)
    }

    /// Saves the windows, so that a training can resume with the same bits.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(length, forKey: .length)
        try values.encode(minimumCount, forKey: .minimumCount)
        try values.encode(epsilon, forKey: .epsilon)
        try values.encode(rings.places, forKey: .rewards)
        try values.encode(rings.cursors, forKey: .rings)
    }
}
