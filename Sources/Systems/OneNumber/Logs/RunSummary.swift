import DeterministicMath

/// How a run ended.
public struct RunSummary: Codable, Hashable, Sendable {
    /// Decided the problem and all draws.
    public let seed: UInt64
    /// How many epochs there were.
    public let epochs: Int
    /// The expected reward of the policy before any learning.
    public let expectedAtStart: Double
    /// That of the policy after the last epoch.
    public let expectedAtEnd: Double
    /// The mean reward of the first `RunHistory.finalEpochCount` epochs; nil without an epoch.
    public let firstMean: Double?
    /// That of the last as many.
    public let finalMean: Double?
    /// The best mean reward that any parameters reach.
    public let ceiling: Double
    /// The fingerprint of all rewards and the final parameters.
    public let digest: String

    /// The summary of what happened in a run of this problem.
    public init(seed: UInt64, problem: Problem, history: RunHistory) {
        self.seed = seed
        expectedAtStart = problem.expectedReward(under: problem.policy)
        expectedAtEnd = problem.expectedReward(under: history.policy)
        ceiling = problem.ceiling.value
        epochs = history.meanRewards.count
        let rewards = history.meanRewards
        firstMean = rewards.isEmpty ? nil : rewards.prefix(RunHistory.finalEpochCount).mean()
        finalMean = rewards.isEmpty ? nil : history.finalReward
        digest = history.digest.description
    }

    /// Runs a seed's problem to the end. Throws `TrainingError` as `Problem.run` does.
    public init(running seed: UInt64, settings: RunSettings) throws(TrainingError) {
        let problem = Problem(seed: seed)
        self.init(seed: seed, problem: problem, history: try problem.run(settings: settings, seed: seed))
    }

    /// Whether the policy ended clearly worse than it began. The expected rewards have no sampling noise, and know of epochs
    /// before the first mean's end; the quarter is for policies that have hardly moved, which may be a little worse.
    public var hasDiverged: Bool { expectedAtEnd < 1.25 * expectedAtStart }
}
