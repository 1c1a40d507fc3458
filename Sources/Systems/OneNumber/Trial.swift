public import DeterministicMath

/// One way to learn, tried on many problems: a run for each, beside the best that each allows.
///
/// ```swift
/// let window = try await trial("window", seeds: 1...100)
/// let batch = try await trial("whole batch", seeds: 1...100, RunSettings(advantage: .batch))
/// print(batch.final.mean, window.gain(over: batch).mean)
/// ```
public struct Trial: Sendable {
    /// What the way is called, in figures and tables.
    public let name: String
    /// The runs, in the order of the seeds.
    public let histories: [RunHistory]
    /// The ceiling of each run's problem.
    public let ceilings: [Double]

    /// Creates a trial of runs on problems with these ceilings.
    public init(_ name: String, _ histories: [RunHistory], ceilings: [Double]) {
        require(histories.count == ceilings.count, "\(histories.count) runs for \(ceilings.count) ceilings")
        self.name = name
        self.histories = histories
        self.ceilings = ceilings
    }

    /// Each run's mean rewards, epoch by epoch.
    public var rewards: [[Double]] { histories.map(\.meanRewards) }
    /// Each run's reward in the end: the mean of its last ``RunHistory/finalEpochCount`` epochs.
    public var finals: [Double] { histories.map(\.finalReward) }
    /// The mean of ``finals``.
    public var final: MeanEstimate { MeanEstimate(of: finals) }
    /// How far below its problem's ceiling each run ends; 0 is the best there is.
    public var gaps: [Double] { zip(ceilings, finals).map { $0 - $1 } }
    /// The mean of ``gaps``.
    public var gap: MeanEstimate { MeanEstimate(of: gaps) }
    /// What was lost against the ceiling in a mean epoch of the whole run; 0 is the best there is.
    public var regret: MeanEstimate { MeanEstimate(of: ceilings, minus: rewards.map { $0.mean() }) }

    /// How much more reward these runs end with than another trial's on the same problems, problem by problem.
    public func gain(over other: Trial) -> MeanEstimate { MeanEstimate(of: finals, minus: other.finals) }

    /// How much a run's reward rises from the `RunHistory.finalEpochCount` epochs that end at `epoch` to the last ones.
    public func rise(since epoch: Int) -> MeanEstimate {
        let count = RunHistory.finalEpochCount
        require((count...rewards[0].count).contains(epoch), "no \(count) epochs end at \(epoch) of \(rewards[0].count)")
        return MeanEstimate(of: finals, minus: rewards.map { $0[epoch - count..<epoch].mean() })
    }

    /// The mean reward over all runs, epoch by epoch.
    public var meanRewards: [Double] {
        rewards[0].indices.map { epoch in rewards.map { $0[epoch] }.mean() }
    }
}

/// Trains one run per seed, which decides problem and chance alike, on all processors.
///
/// Throws as ``runs(seeds:settings:problem:)`` does.
public func trial(
    _ name: String, seeds: some Sequence<UInt64>, _ settings: RunSettings = RunSettings()
) async throws -> Trial {
    let seeds = Array(seeds)
    return Trial(
        name, try await runs(seeds: seeds, settings: settings),
        ceilings: try await inParallel(seeds: seeds) { Problem(seed: $0).ceiling.value })
}
