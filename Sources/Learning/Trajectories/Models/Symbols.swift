/// The symbols of trajectories of the same length, row after row: those of the transition before each, and of each.
struct Symbols {
    /// For each table of embeddings what stood there one transition earlier; one beyond its values where there is none.
    private(set) var before: [[Int]]
    /// For each field the value that is to be told.
    private(set) var targets: [[Int]]
    private(set) var times: [Int] = []
    private(set) var episodes: [Int] = []
    /// For each table the symbol of the transition itself.
    private var here: [[Int]]

    init(_ trajectories: [[Transition]], _ alphabet: Alphabet) {
        let counts =
            alphabet.stateParts.map(\.count)
            + [alphabet.actions.count, alphabet.rewards.count, alphabet.logProbabilities.count]
        before = counts.map { _ in [] }
        here = before
        targets = Field.allCases.map { _ in [] }
        for trajectory in trajectories {
            var last = counts
            for (place, transition) in trajectory.enumerated() {
                for (table, symbol) in last.enumerated() { before[table].append(symbol) }
                last =
                    alphabet.parts(ofState: transition.state)
                    + Field.allCases.dropFirst().map { alphabet.value(of: $0, in: transition) }
                for (table, symbol) in last.enumerated() { here[table].append(symbol) }
                for field in Field.allCases {
                    targets[field.rawValue].append(alphabet.value(of: field, in: transition))
                }
                times.append(place % alphabet.episodeLength)
                episodes.append(place / alphabet.episodeLength)
            }
        }
    }

    /// The tables of a field, and the symbols of it.
    func now(_ field: Field) -> [(table: Int, indices: [Int])] {
        let parts = here.count - 3
        let tables = field == .state ? 0..<parts : parts + field.rawValue - 1..<parts + field.rawValue
        return tables.map { ($0, here[$0]) }
    }
}
