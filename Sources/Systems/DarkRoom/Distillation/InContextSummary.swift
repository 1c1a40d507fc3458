import DeterministicMath

/// The numbers of an evaluation that are worth keeping.
public struct InContextSummary: Hashable, Sendable, Codable {
    /// The mean return of each episode.
    public let returns: [Double]
    /// How often a goal was ever rewarded.
    public let foundShare: Double
    /// What the episodes after the first rewarded one earned, as a share of the optimum.
    public let shareOnceFound: Double

    /// Sums an evaluation up.
    public init(_ evaluation: InContextEvaluation) {
        returns = evaluation.meanReturns
        foundShare = evaluation.foundShare
        shareOnceFound = evaluation.shareOnceFound
    }

    /// The mean of the sum over the episodes.
    public var total: Double { returns.sum() }
    /// The mean return of the last episode.
    public var last: Double { returns[returns.count - 1] }
}
