import ArgumentParser
import Language
import Records

/// `train grpo`: a language model learns from rewards.
struct GRPOCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grpo",
        abstract: "Trains a language model on word problems by group relative policy optimisation.",
        discussion: """
            Without --model a base model is trained first, which takes about twenty seconds, and kept in the output folder. The \
            folder gets args.json, a line of metrics for each step, the sampled answers, evaluations and checkpoints. With --resume \
            a run that was stopped goes on from its last checkpoint, and leaves the same bytes as one that was not. Flags are the \
            original's where it has them.
            """)

    @OptionGroup var options: GRPOOptions

    @OptionGroup var model: ModelOptions

    @Option(help: "The folder of the run.")
    var outputDir = "output"

    @Option(help: "After how many steps a checkpoint is made.")
    var saveSteps = 100

    @Option(help: "After how many steps the model is evaluated; 0 for never.")
    var evalIterations = 20

    @Flag(help: "Go on from the last checkpoint in the output folder.")
    var resume = false

    @Flag(help: "Print no line for each step.")
    var quiet = false

    func validate() throws {
        guard !outputDir.isEmpty else { throw ValidationError("--output-dir is empty; it must be a folder's path") }
        guard saveSteps >= 1 else { throw ValidationError("--save-steps is \(saveSteps); it must be at least 1") }
        guard evalIterations >= 0 else {
            throw ValidationError("--eval-iterations is \(evalIterations); it must be 0 or more")
        }
    }

    func run() throws {
        let folder = RunFolder(outputDir)
        let arguments = RunArguments(
            settings: options.settings, evaluator: options.evaluator, seed: options.seed, model: model.model)
        if resume {
            try folder.expect(arguments)
        } else if !folder.savedSteps().isEmpty {
            throw ValidationError("\(outputDir) holds a run already: go on with --resume, or name another --output-dir")
        }
        try folder.begin(arguments)
        let (options, model, quiet) = (options, model, quiet)
        let plan = RunPlan(
            questions: WordProblems().heldOutQuestions(model.evalQuestions),
            evaluationInterval: evalIterations == 0 ? nil : evalIterations, samples: model.evalSamples,
            saveInterval: saveSteps)
        try waiting {
            let base = try await model.model(keptIn: "\(folder.path)/base", seed: options.seed, quiet: quiet)
            var run = try GRPORun(
                of: base, on: WordProblems(), by: options.evaluator.evaluator, settings: options.settings,
                seed: options.seed, threads: model.threads)
            let first = try folder.resume(&run)
            if first > 0 { print("Goes on with step \(first)") }
            var progress = GRPOProgress(steps: options.settings.steps, isQuiet: quiet)
            try await folder.train(&run, plan: plan) { progress.report($0) }
        }
        print("Written to \(outputDir)/")
    }
}

/// What a run was asked for: `args.json`.
struct RunArguments: Codable, Equatable {
    let settings: GRPOSettings
    let evaluator: EvaluatorName
    let seed: UInt64
    /// The folder of the model that it began with; nil for a base model of its own.
    let model: String?
}

extension RunFolder {
    /// Throws unless the run that is resumed was asked for the same.
    fileprivate func expect(_ arguments: RunArguments) throws {
        let recorded = try RunArguments(readingJSON: "\(path)/args.json")
        guard recorded == arguments else {
            throw ValidationError("\(path)/args.json was written with other flags; a run is resumed with the same ones")
        }
    }
}
