import ArgumentParser
import Checkpoints
import Language

/// `train sft`: a language model learns from solutions.
struct SFTCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sft",
        abstract: "Trains a language model on solutions of word problems.",
        discussion: """
            Without --model a new model learns from lessons in six styles, as the book's base model does. With --model it is \
            fine-tuned on --num-examples gold solutions, again and again, in the format that the rewards ask for. With --resume \
            a training that was stopped goes on, and leaves the same bytes as one that was not.
            """)

    @OptionGroup var model: ModelOptions
    @OptionGroup var adapters: AdapterOptions
    @Option(help: "The folder that the trained model is written to.") var outputDir = "sft-output"
    @Option(help: "How many different gold solutions it learns from, with --model.") var numExamples = 500
    @Option(help: "How many steps there are; 700 for a new model, otherwise 3 for 16 examples, from 60 to 190.")
    var steps: Int?
    @Option(help: "How many solutions a step learns from; 64 for a new model, otherwise 16.") var batchSize: Int?
    @Option(help: "The largest step size; 0.003 for a new model, otherwise 0.0003.") var learningRate: Float?
    @Option(help: "How many of the highest layers are trained, with --model; without it, the whole model.")
    var trainLayers: Int?
    @Option(help: "The features of a new model.") var features = 64
    @Option(help: "Decides a new model's numbers and the lessons.") var seed: UInt64 = 7_111_994
    @Option(help: "After how many steps a checkpoint is made; also at SIGUSR1, and every --save-minutes.")
    var saveSteps = 100
    @Option(help: "After how many minutes a checkpoint is made at the latest.") var saveMinutes = 10
    @Flag(help: "Go on from the last checkpoint in the output folder, if there is one.") var resume = false
    @Flag(help: "Print no line for each step.") var quiet = false

    func validate() throws {
        try requirePath("--output-dir", outputDir)
        for (flag, value) in [
            ("--num-examples", numExamples), ("--steps", steps), ("--batch-size", batchSize),
            ("--train-layers", trainLayers), ("--save-steps", saveSteps), ("--save-minutes", saveMinutes),
        ] {
            if let value { try require(value >= 1, flag, value, "at least 1") }
        }
        try adapters.check(trainLayers: trainLayers)
        try require(features >= 8 && features % 8 == 0, "--features", features, "a multiple of 8")
        if let learningRate { try require(learningRate > 0, "--learning-rate", learningRate, "above 0") }
    }

    func run() throws {
        let command = self
        try waiting {
            try await command.train(in: command.outputDir, seed: command.seed, resuming: command.resume) {
                if !command.quiet { print($0.line) }
            }
        }
        print("Written to \(outputDir)/")
    }

    /// Trains with one seed, in a folder.
    func train(
        in folder: String, seed: UInt64, resuming: Bool, report: (FineTuningMetrics) -> Void
    ) async throws {
        let defaults: FineTuningSettings = model.model == nil ? .warmUp : .examples(numExamples)
        let settings = defaults.with(
            steps: steps, batchSize: batchSize, rate: learningRate,
            trainedLayers: model.model == nil ? nil : trainLayers)
        let named = try adapters.learner(model, seed: seed)
        let arguments = try TuningArguments(
            settings: settings, seed: seed, examples: named.map { _ in numExamples }, model: model.model,
            data: model.data, system: model.systemText, adapter: model.adapter, adapters: adapters.settings())
        let gold = try named.map {
            try model.questions(for: $0).trainingQuestions(from: 0, count: numExamples, seed: seed)
        }
        var order = gold.map { LessonOrder(count: $0.count, seed: seed) }
        let requests = CheckpointRequests(every: .seconds(60 * saveMinutes))
        try await TuningFolder(folder).train(
            named ?? LanguageModel(.wordProblems, features: features, seed: seed), arguments,
            on: { step in
                guard let gold, let places = order?.next(settings.batchSize) else {
                    return WordProblems().lessons(
                        from: step * settings.batchSize, count: settings.batchSize, seed: seed)
                }
                return places.map { gold[$0] }
            },
            resuming: resuming, saveInterval: saveSteps, wantsCheckpoint: requests.take,
            threads: model.threads.count, report: report)
    }
}
