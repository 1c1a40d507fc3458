/// The results of `work` for each seed, in the seeds' order, computed on all processors.
///
/// The bits do not depend on how many processors there are, as long as `work` depends on nothing but its seed. Throws the
/// error of the first seed, in the seeds' order, whose `work` throws, however late it does; what is left of the later seeds'
/// work is then cancelled. Throws `CancellationError` once the task is cancelled.
public func inParallel<Value: Sendable>(
    seeds: some Sequence<UInt64>, _ work: @escaping @Sendable (_ seed: UInt64) throws -> Value
) async throws -> [Value] {
    try await withThrowingTaskGroup(of: (place: Int, result: Result<Value, any Error>).self) { group in
        var count = 0
        for seed in seeds {
            let place = count
            group.addTask {
                let result = Result {
                    try Task.checkCancellation()
                    return try work(seed)
                }
                return (place, result)
            }
            count += 1
        }
        var results = [Result<Value, any Error>?](repeating: nil, count: count)
        var values: [Value] = []
        for try await (place, result) in group {
            results[place] = result
            // A failure is thrown when all seeds before it have succeeded, so that the error depends on no race.
            while values.count < count, let next = results[values.count] {
                values.append(try next.get())
            }
        }
        return values
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
