import DeterministicMath

/// What a completion earned, by the names of the rewards.
public struct Rewards: Hashable, Sendable, Codable {
    /// The rewards' names, in the evaluator's order.
    public let names: [String]
    /// What was earned under each name.
    public let values: [Double]
    /// Whether the answer is right; false where there is no right one.
    public let isRight: Bool

    /// False if a judge's words could not be read, so that the values are the least that there are.
    public let isReadable: Bool

    /// Creates the breakdown: as many names as values.
    public init(names: [String], values: [Double], isRight: Bool, isReadable: Bool = true) {
        require(names.count == values.count, "rewards without names, or names without rewards")
        self.names = names
        self.values = values
        self.isRight = isRight
        self.isReadable = isReadable
    }

    /// The sum over all names: the reward that is learned from.
    public var total: Double { values.reduce(0, +) }

    /// What was earned under a name; 0 under one that the evaluator does not know.
    public subscript(name: String) -> Double {
        names.firstIndex(of: name).map { values[$0] } ?? 0
    }
}
