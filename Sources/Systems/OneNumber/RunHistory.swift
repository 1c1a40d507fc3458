public import DeterministicMath

/// What happened in a run, epoch by epoch.
public struct RunHistory: Hashable, Sendable, Codable {
    /// The mean reward of each epoch's batch.
    public internal(set) var meanRewards: [Double] = []
    /// The population standard deviation of the rewards of each epoch's batch.
    public internal(set) var rewardStandardDeviations: [Double] = []
    /// What the advantage method remembers of each prompt after each epoch, by epoch, then prompt; nil for a prompt that
    /// it knows nothing of. Empty unless the settings ask for it.
    public internal(set) var promptStatistics: [[Moments?]] = []
    /// θ after the last epoch.
    public internal(set) var parameters: [Double]

    /// The policy after the last epoch.
    public var policy: Policy { Policy(parameters: parameters) }

    /// How many epochs at the end of a run the book's measure of what was learned is a mean over.
    public static let finalEpochCount = 50

    /// The mean reward of the last ``finalEpochCount`` epochs, all of them if there are fewer. There must be at least one epoch.
    public var finalReward: Double { meanRewards.suffix(Self.finalEpochCount).mean() }

    /// A fingerprint of the rewards' means and standard deviations and the final parameters.
    public var digest: Digest {
        var digest = Digest()
        digest.combine(meanRewards)
        digest.combine(rewardStandardDeviations)
        digest.combine(parameters)
        return digest
    }
}
