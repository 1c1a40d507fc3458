import Records

/// What a run was asked for: `args.json`.
public struct RunArguments: Codable, Equatable, Sendable {
    /// How it learns.
    public let settings: GRPOSettings
    /// By which evaluator.
    public let evaluator: GSM8KEvaluator.Version
    /// What decides the base model, the questions and all samples.
    public let seed: UInt64
    /// The folder of the model that it began with; nil for a base model of its own.
    public let model: String?

    /// States what is asked for.
    public init(settings: GRPOSettings, evaluator: GSM8KEvaluator.Version, seed: UInt64, model: String?) {
        (self.settings, self.evaluator, self.seed, self.model) = (settings, evaluator, seed, model)
    }
}

extension RunFolder {
    /// Begins a run on word problems, or goes on with the one in the folder, from its last checkpoint.
    ///
    /// - Parameter report: called after each step in which a base model is trained, if there is neither a model to begin with nor one
    ///   that is kept in the folder.
    /// - Throws: ``LanguageError`` if there are checkpoints of a run that is not to be resumed, or if the run that is to be resumed
    ///   was asked for something else.
    public func run(
        _ arguments: RunArguments, resuming: Bool, threads: Int = .max, report: (FineTuningMetrics) -> Void = { _ in }
    ) async throws -> GRPORun {
        if resuming {
            let path = "\(path)/args.json"
            guard try RunArguments(readingJSON: path) == arguments else {
                throw LanguageError.otherArguments(path: path)
            }
        } else if !savedSteps().isEmpty {
            throw LanguageError.runExists(path: path)
        }
        try begin(arguments)
        let base =
            if let model = arguments.model { try LanguageModel(readingLatest: model) } else {
                try await ModelFolder("\(path)/base").base(seed: arguments.seed, threads: threads, report: report)
            }
        var run = try GRPORun(
            of: base, on: WordProblems(), by: GSM8KEvaluator(arguments.evaluator), settings: arguments.settings,
            seed: arguments.seed, threads: threads)
        try resume(&run)
        return run
    }
}
