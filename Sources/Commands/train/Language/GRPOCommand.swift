import ArgumentParser
import ChatModels
import Checkpoints
import Judges
import Language

/// `train grpo`: a language model learns from rewards.
struct GRPOCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grpo",
        abstract: "Trains a language model by group relative policy optimisation.",
        discussion: """
            Without --model a base model is trained first, which takes about twenty seconds, and kept in the output folder. The \
            folder gets args.json, a line of metrics for each step, the sampled answers, evaluations and checkpoints. With --resume \
            a run that was stopped goes on from its last checkpoint, and leaves the same bytes as one that was not. Flags are the \
            original's where it has them.
            """)

    @OptionGroup var options: GRPOOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var adapters: AdapterOptions
    @OptionGroup var evaluation: EvaluationOptions
    @OptionGroup var judging: JudgeOptions
    @OptionGroup var job: JobOptions
    @Option(help: "The folder of the run.") var outputDir = "output"
    @Option(help: "After how many steps a checkpoint is made; also at SIGUSR1, and every --save-minutes.")
    var saveSteps = 100
    @Option(help: "After how many minutes a checkpoint is made at the latest.") var saveMinutes = 10
    @Option(help: "After how many steps the model is evaluated; 0 for never.") var evalIterations = 20
    @Flag(help: "Go on from the last checkpoint in the output folder.") var resume = false
    @Flag(help: "Print no line for each step.") var quiet = false

    func validate() throws {
        try requirePath("--output-dir", outputDir)
        try require(saveSteps >= 1, "--save-steps", saveSteps, "at least 1")
        try require(saveMinutes >= 1, "--save-minutes", saveMinutes, "at least 1")
        if model.data != nil, model.model == nil { throw ValidationError("--data needs --model, whose words it has") }
        try adapters.check(trainLayers: options.trainLayers)
        try require(evalIterations >= 0, "--eval-iterations", evalIterations, "0 or more")
    }

    func run() throws {
        let (quiet, isResumed, job) = (quiet, resume, try job.join())
        try waiting {
            var progress = RunProgress(steps: options.settings.steps)
            try await train(in: RunFolder(outputDir), seed: options.seed, resuming: isResumed, with: job) { report in
                let line = progress.line(report)
                if !quiet || !report.isStep { print(line) }
                for warning in progress.warnings(report) { printError(warning) }
            }
        }
        job.leave()
        if job.isFirst { print("Written to \(outputDir)/") }
    }

    /// One run, from its beginning or its last checkpoint to its end.
    func train(
        in folder: RunFolder, seed: UInt64, resuming: Bool, with job: Job = Job(peers: nil, isFirst: true) {},
        report: (RunReport) throws -> Void
    ) async throws {
        let named = try adapters.learner(model, seed: seed)
        let data =
            try named.map { try model.questions(for: $0, promptLimit: options.maxPromptLength) } ?? WordProblems()
        let arguments = try RunArguments(
            settings: options.settings, evaluator: evaluation.evaluator, seed: seed, model: model.model,
            data: model.data, system: model.systemText, adapter: model.adapter, adapters: adapters.settings(),
            judge: judging.description())
        let judged = try judging.evaluator(beside: evaluation.evaluator)
        defer { if let counts = judged?.counts { printError(counts.line) } }
        let plan = RunPlan(
            questions: try data.heldOutQuestions(evaluation.evalQuestions),
            evaluationInterval: evalIterations == 0 ? nil : evalIterations, samples: evaluation.evalSamples,
            saveInterval: saveSteps,
            wantsCheckpoint: CheckpointRequests(every: .seconds(60 * saveMinutes)).take)
        var run = try await job.beginning(
            { isResumed in
                try await folder.run(
                    arguments, of: named, on: data, by: judged, resuming: isResumed, threads: model.threads.count
                ) {
                    if !quiet, $0.step.isMultiple(of: 50) { print("Base model, \($0.line)") }
                }
            }, resuming: resuming)
        guard job.isFirst else {
            while run.step < run.settings.steps { try await run.next() }
            return
        }
        if run.step > 0, !quiet { print("Goes on with step \(run.step)") }
        try await folder.train(&run, plan: plan, report: report)
    }
}
