import DeterministicMath

/// Trajectories of some agents, and both formats of each: rows of symbols for a model with a head for each field, and text for
/// a language model.
///
/// ```swift
/// let data = TrajectoryDataset(trajectories, alphabet: alphabet)
/// data.rows(of: 0)[0]  // [40, 2, 0, 6]: state, action, reward, bin of the log-probability
/// data.text(of: 0, as: .record(of: alphabet))  // "prompt: r4 c4 completion: right reward: 0 logprob: 1.50 ###\n…"
/// ```
public struct TrajectoryDataset: Sendable {
    /// The symbols.
    public let alphabet: Alphabet
    /// All trajectories: of the same length, a whole number of episodes.
    public let trajectories: [[Transition]]
    /// How many transitions each has.
    public let length: Int

    /// Creates a data set; there must be at least one trajectory.
    public init(_ trajectories: [[Transition]], alphabet: Alphabet) {
        require(!trajectories.isEmpty, "a data set without trajectories")
        let length = trajectories[0].count
        require(
            length > 0 && length.isMultiple(of: alphabet.episodeLength)
                && trajectories.allSatisfy { $0.count == length },
            "trajectories of different lengths, or of a part of an episode")
        for transition in trajectories.joined() {
            for field in Field.allCases {
                let value = alphabet.value(of: field, in: transition)
                require(value < alphabet.count(of: field), "value \(value) of \(field) is not in the alphabet")
            }
        }
        self.alphabet = alphabet
        self.trajectories = trajectories
        self.length = length
    }

    /// How many episodes a trajectory has.
    public var episodes: Int { length / alphabet.episodeLength }

    /// The RL format of a trajectory: for each transition the symbols of state, action, reward and log-probability.
    public func rows(of place: Int) -> [[Int]] {
        trajectories[place].map { transition in Field.allCases.map { alphabet.value(of: $0, in: transition) } }
    }
}
