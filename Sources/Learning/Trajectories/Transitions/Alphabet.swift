import DeterministicMath

/// The symbols of an environment: what its states, actions and rewards are called, and how long its episodes are.
///
/// A state has parts, such as a row and a column; its place counts the last part fastest.
public struct Alphabet: Hashable, Sendable {
    /// The names of the values of each part of a state.
    public let stateParts: [[String]]
    /// The names of the actions.
    public let actions: [String]
    /// The names of the rewards.
    public let rewards: [String]
    /// How log-probabilities become symbols.
    public let logProbabilities: LogProbabilityBins
    /// How many steps an episode has: every one the same number.
    public let episodeLength: Int
    /// The parts of every state.
    private let partsOfStates: [[Int]]

    /// Creates an alphabet.
    public init(
        stateParts: [[String]], actions: [String], rewards: [String],
        logProbabilities: LogProbabilityBins = LogProbabilityBins(), episodeLength: Int
    ) {
        let names = stateParts + [actions, rewards]
        require(
            !stateParts.isEmpty && names.allSatisfy { !$0.isEmpty && Set($0).count == $0.count },
            "an alphabet without names, or with two of the same")
        require(episodeLength > 0, "episodes of \(episodeLength) steps")
        self.stateParts = stateParts
        self.actions = actions
        self.rewards = rewards
        self.logProbabilities = logProbabilities
        self.episodeLength = episodeLength
        partsOfStates = stateParts.reduce([[]]) { beginnings, names in
            beginnings.flatMap { beginning in names.indices.map { beginning + [$0] } }
        }
    }

    /// How many values a field has.
    public func count(of field: Field) -> Int {
        switch field {
        case .state: partsOfStates.count
        case .action: actions.count
        case .reward: rewards.count
        case .logProbability: logProbabilities.count
        }
    }

    /// The value of a field.
    public func value(of field: Field, in transition: Transition) -> Int {
        switch field {
        case .state: transition.state
        case .action: transition.action
        case .reward: transition.reward
        case .logProbability: logProbabilities.bin(of: transition.logProbability)
        }
    }

    /// The value of each part of a state.
    public func parts(ofState state: Int) -> [Int] { partsOfStates[state] }

    /// The state with these parts.
    public func state(withParts parts: [Int]) -> Int {
        zip(stateParts, parts).reduce(0) { $0 * $1.0.count + $1.1 }
    }
}
