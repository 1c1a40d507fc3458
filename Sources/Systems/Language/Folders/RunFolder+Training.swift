import Records
import Transformers

/// When a run is evaluated and saved.
public struct RunPlan: Sendable {
    /// The held-out questions.
    public var questions: [Question]
    /// After how many steps the model is evaluated, again and again, beginning before the first; nil for never.
    public var evaluationInterval: Int?
    /// How many answers to each held-out question are sampled.
    public var samples: Int
    /// After how many steps a checkpoint is made; the last step makes one in any case.
    public var saveInterval: Int
    /// Asked after each step whether somebody wants a checkpoint now.
    public var wantsCheckpoint: @Sendable () -> Bool

    /// Creates a plan.
    public init(
        questions: [Question], evaluationInterval: Int?, samples: Int = 1, saveInterval: Int,
        wantsCheckpoint: @escaping @Sendable () -> Bool = { false }
    ) {
        self.questions = questions
        self.evaluationInterval = evaluationInterval
        self.samples = samples
        self.saveInterval = saveInterval
        self.wantsCheckpoint = wantsCheckpoint
    }
}

/// What a run reports while it goes on.
public enum RunReport: Sendable {
    /// A step was made.
    case step(GRPOMetrics)
    /// The model was evaluated.
    case evaluation(EvaluationSummary)
}

extension RunFolder {
    /// Begins a run, or goes on with the one in the folder, from its last checkpoint.
    ///
    /// - Parameters:
    ///   - model: what it begins with, if not with what the arguments name.
    ///   - data: the questions; word problems without them.
    ///   - evaluator: what scores the answers, if not the evaluator that the arguments name.
    ///   - report: called after each step in which a base model is trained, if there is neither a model to begin with nor one
    ///     that is kept in the folder.
    /// - Throws: ``LanguageError`` if there are checkpoints of a run that is not to be resumed, or if the run that is to be resumed
    ///   was asked for something else.
    public func run(
        _ arguments: RunArguments, of model: LanguageModel? = nil, on data: any Dataset = WordProblems(),
        by evaluator: (any Evaluator)? = nil, resuming: Bool,
        threads: Int = .max, report: (FineTuningMetrics) -> Void = { _ in }
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
            if let model { model } else if let model = arguments.model { try ModelFolder(model).latest() } else {
                try await ModelFolder("\(path)/base").base(seed: arguments.seed, threads: threads, report: report)
            }
        var run = try GRPORun(
            of: base, on: data, by: evaluator ?? arguments.evaluator.evaluator, settings: arguments.settings,
            seed: arguments.seed, threads: threads)
        try resume(&run)
        return run
    }

    /// Makes the steps that are left, logging each, evaluating and saving as planned.
    public func train(_ run: inout GRPORun, plan: RunPlan, report: (RunReport) throws -> Void) async throws {
        let last = run.settings.steps
        while run.step < last {
            let metrics: GRPOMetrics
            do {
                try await evaluate(run, if: plan.evaluationInterval.map { run.step.isMultiple(of: $0) }, plan, report)
                metrics = try await run.next()
            } catch {
                // Nothing that was learnt is lost with a judge that no longer answers: the step was not begun.
                if run.step > 0, savedSteps().last != run.step { try save(run) }
                throw error
            }
            try append(metrics)
            if let answers = run.answers {
                try write(answers, run.rewards, run.advantages, step: metrics.step)
                try writeRollouts(answers, run.rewards, step: metrics.step)
            }
            try report(.step(metrics))
            let isDue = run.step.isMultiple(of: plan.saveInterval) || run.step == last
            if plan.wantsCheckpoint() || isDue { try save(run) }
        }
        try await evaluate(run, if: plan.evaluationInterval.map { _ in true }, plan, report)
    }

    private func evaluate(
        _ run: GRPORun, if isDue: Bool?, _ plan: RunPlan, _ report: (RunReport) throws -> Void
    ) async throws {
        guard isDue == true else { return }
        let sampled = try await run.evaluation(on: plan.questions, samples: plan.samples, sampler: run.settings.sampler)
        let greedy = try await run.evaluation(on: plan.questions, samples: 1, sampler: .greedy)
        let summary = EvaluationSummary(step: run.step, sampled: sampled, greedy: greedy)
        try write(summary)
        try write(sampled.answers, sampled.rewards, beforeStep: run.step)
        try report(.evaluation(summary))
    }
}
