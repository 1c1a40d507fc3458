import DeterministicMath
public import Records

extension RunSummary {
    /// Runs a seed's problem to the end, and logs each epoch.
    ///
    /// - Parameters:
    ///   - folder: where the logs go, in place of those of an earlier run there; nil for none.
    ///   - report: called after each epoch.
    /// - Throws: `TrainingError` as `Run.step` does, when the epochs before the one that failed are in the logs; `RecordError` for
    ///   a file that can not be written.
    public init(
        running seed: UInt64, settings: RunSettings, loggingTo folder: String?, report: (RecordedEpoch) -> Void
    ) throws {
        let problem = Problem(seed: seed)
        var run = try Run(of: problem, settings: settings, seed: seed)
        let log = try folder.map {
            try RunLog(folder: $0, record: Run.Record(of: problem, settings: settings, seed: seed))
        }
        // The epochs before one that fails are not lost with it.
        let failure = try run.epochs(settings.epochs, log, report)
        do { try log?.flush() } catch { throw failure ?? error }
        if let failure { throw failure }
        self.init(seed: seed, problem: problem, history: run.history)
    }
}

extension Run {
    /// Makes epochs, up to one that fails.
    fileprivate mutating func epochs(
        _ count: Int, _ log: RunLog?, _ report: (RecordedEpoch) -> Void
    ) throws(RecordError) -> TrainingError? {
        for epoch in 0..<count {
            let rewards: Moments
            do throws(TrainingError) { rewards = try step() } catch { return error }
            report(RecordedEpoch(epoch: epoch, mean: rewards.mean, deviation: rewards.standardDeviation))
            try log?.append(epoch: epoch, rewards: rewards, prompts: promptStatistics)
        }
        return nil
    }
}
