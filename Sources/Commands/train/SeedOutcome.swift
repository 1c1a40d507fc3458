import OneNumber

/// What became of the run of one seed.
struct SeedOutcome {
    let seed: UInt64
    let result: Result<Summary, TrainingError>

    /// The run's summary; nil if it failed.
    var summary: Summary? { try? result.get() }

    /// What to say of a run that failed or got worse; nil of any other.
    var message: String? {
        switch result {
        case .success(let summary): summary.warning
        case .failure(let error): "error: seed \(seed): \(error)"
        }
    }
}

extension SeedOutcome {
    /// A run that came to its end.
    init(_ summary: Summary) {
        seed = summary.seed
        result = .success(summary)
    }

    /// Runs a seed's problem to the end, or up to the epoch that fails.
    init(running seed: UInt64, settings: RunSettings) {
        let problem = Problem(seed: seed)
        self.seed = seed
        result = Result { () throws(TrainingError) in
            Summary(seed: seed, problem: problem, history: try problem.run(settings: settings, seed: seed))
        }
    }
}
