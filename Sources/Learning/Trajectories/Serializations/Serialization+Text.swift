extension Serialization {
    /// The tokens of a trajectory.
    public func tokens(of trajectory: [Transition]) -> [Int] {
        trajectory.flatMap { transition in
            places.map { $0.tokens[$0.item.value(in: transition, of: alphabet)] }
        }
    }

    /// Tokens as text.
    public func text(of tokens: [Int]) -> String {
        switch spelling {
        case .characters: tokens.map { vocabulary[$0] }.joined()
        case .words:
            stride(from: 0, to: tokens.count, by: places.count).map { start in
                tokens[start..<min(start + places.count, tokens.count)].map { vocabulary[$0] }.joined(separator: " ")
            }.joined(separator: "\n")
        }
    }

    /// A trajectory as text.
    public func text(of trajectory: [Transition]) -> String { text(of: tokens(of: trajectory)) }

    /// The tokens of a text.
    public func tokens(in text: String) throws(SerializationError) -> [Int] {
        let pieces: [String] =
            switch spelling {
            case .characters: text.map(String.init)
            case .words: text.split { $0 == " " || $0 == "\n" }.map(String.init)
            }
        var tokens: [Int] = []
        for piece in pieces {
            guard let number = numbers[piece] else { throw .unknown(piece, token: tokens.count) }
            tokens.append(number)
        }
        return tokens
    }

    /// The trajectory of some tokens. A log-probability comes back as the middle of its bin.
    public func trajectory(of tokens: [Int]) throws(SerializationError) -> [Transition] {
        var trajectory: [Transition] = []
        for start in stride(from: 0, to: tokens.count, by: places.count) {
            guard start + places.count <= tokens.count else { throw .incomplete(tokens: tokens.count - start) }
            trajectory.append(try transition(tokens, at: start))
        }
        return trajectory
    }

    /// The trajectory that a text tells.
    public func trajectory(in text: String) throws(SerializationError) -> [Transition] {
        try trajectory(of: tokens(in: text))
    }

    private func transition(_ tokens: [Int], at start: Int) throws(SerializationError) -> Transition {
        var values: [Item: Int] = [:]
        var place = 0
        while place < places.count {
            let item = places[place].item
            // Of an item that is spelt in characters all must fit the same value.
            let end = places[place...].firstIndex { $0.item != item } ?? places.count
            var fitting = Array(places[place].tokens.indices)
            for column in place..<end {
                let token = tokens[start + column]
                fitting.removeAll { places[column].tokens[$0] != token }
                if fitting.isEmpty { throw .misplaced(vocabulary[token], token: start + column) }
            }
            values[item] = fitting[0]
            place = end
        }
        let state =
            values[.state] ?? alphabet.state(withParts: alphabet.stateParts.indices.map { values[.part($0)] ?? 0 })
        return Transition(
            state: state, action: values[.action] ?? 0, reward: values[.reward] ?? 0,
            logProbability: alphabet.logProbabilities.logProbability(of: values[.logProbability] ?? 0))
    }
}

extension TrajectoryDataset {
    /// The language format of a trajectory.
    public func text(of place: Int, as serialization: Serialization) -> String {
        serialization.text(of: trajectories[place])
    }
}
