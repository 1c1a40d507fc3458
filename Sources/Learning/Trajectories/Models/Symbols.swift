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
        let partCount = alphabet.stateParts.count
        let counts = alphabet.stateParts.map(\.count) + Field.allCases.dropFirst().map(alphabet.count)
        let length = trajectories.reduce(0) { $0 + $1.count }
        before = counts.map { [Int](repeating: $0, count: length) }
        here = before
        targets = Field.allCases.map { _ in [Int](repeating: 0, count: length) }
        var row = 0
        for trajectory in trajectories {
            for (place, transition) in trajectory.enumerated() {
                for (table, part) in alphabet.parts(ofState: transition.state).enumerated() { here[table][row] = part }
                for field in Field.allCases {
                    let value = alphabet.value(of: field, in: transition)
                    targets[field.rawValue][row] = value
                    if field != .state { here[partCount + field.rawValue - 1][row] = value }
                }
                if place > 0 { for table in counts.indices { before[table][row] = here[table][row - 1] } }
                times.append(place % alphabet.episodeLength)
                episodes.append(place / alphabet.episodeLength)
                row += 1
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
