/// The results of `work` for each seed, in the seeds' order, computed on all processors.
///
/// The bits do not depend on how many processors there are, as long as `work` depends on nothing but its seed. Throws the
/// first error that `work` throws, and `CancellationError` once the task is cancelled.
public func inParallel<Result: Sendable>(
    seeds: some Sequence<UInt64>, _ work: @escaping @Sendable (_ seed: UInt64) throws -> Result
) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (place: Int, result: Result).self) { group in
        var count = 0
        for seed in seeds {
            let place = count
            group.addTask {
                try Task.checkCancellation()
                return (place, try work(seed))
            }
            count += 1
        }
        var results = [Result?](repeating: nil, count: count)
        for try await (place, result) in group {
            results[place] = result
        }
        return results.map { $0! }  // every task has put its result in its place
    }
}

/// Trains one run per seed on all processors. A seed decides both the problem and the run's chance, by different streams;
/// the histories stand in the seeds' order.
///
/// Throws `TrainingError` as `Problem` and `Run` do, and `CancellationError` at the next epoch once the task is cancelled.
public func runs(
    seeds: some Sequence<UInt64>,
    settings: RunSettings = RunSettings(),
    problem problemSettings: ProblemSettings = ProblemSettings()
) async throws -> [RunHistory] {
    try await inParallel(seeds: seeds) { seed in
        let problem = try Problem(seed: seed, settings: problemSettings)
        var run = try Run(of: problem, settings: settings, seed: seed)
        for _ in 0..<settings.epochs {
            try Task.checkCancellation()
            try run.step()
        }
        return run.history
    }
}
