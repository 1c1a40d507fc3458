public import Trajectories

extension Room {
    /// The symbols of the room: rows `r0` on, columns `c0` on, the actions' names, and the rewards 0 and 1.
    ///
    /// - Parameter ofLetters: whether every name is a single character, so that a text of characters is short.
    public func alphabet(ofLetters: Bool = false) -> Alphabet {
        func names(_ letter: String, _ count: Int) -> [String] {
            (0..<count).map { ofLetters ? "\($0)" : "\(letter)\($0)" }
        }
        return Alphabet(
            stateParts: [names("r", rows), names("c", columns)],
            actions: Action.allCases.map { ofLetters ? String("\($0)".prefix(1)) : "\($0)" }, rewards: ["0", "1"],
            episodeLength: steps)
    }
}
