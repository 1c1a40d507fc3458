import ArgumentParser
import Language

/// `train sft`: a language model learns from solutions.
struct SFTCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sft",
        abstract: "Trains a language model on solutions of word problems.",
        discussion: """
            Without --model a new model learns from lessons in six styles, as the book's base model does. With --model it is \
            fine-tuned on --num-examples gold solutions, again and again, in the format that the rewards ask for.
            """)

    @OptionGroup var model: ModelOptions
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
    @Flag(help: "Print no line for each step.") var quiet = false

    func validate() throws {
        try requirePath("--output-dir", outputDir)
        for (flag, value) in [
            ("--num-examples", numExamples), ("--steps", steps), ("--batch-size", batchSize),
            ("--train-layers", trainLayers),
        ] {
            if let value { try require(value >= 1, flag, value, "at least 1") }
        }
        try require(features >= 8 && features % 8 == 0, "--features", features, "a multiple of 8")
        if let learningRate { try require(learningRate > 0, "--learning-rate", learningRate, "above 0") }
    }

    func run() throws {
        let command = self
        try ModelFolder(outputDir).write(waiting { try await command.trained() })
        print("Written to \(outputDir)/")
    }

    private func trained() async throws -> LanguageModel {
        let defaults: FineTuningSettings = model.model == nil ? .warmUp : .examples(numExamples)
        let settings = defaults.with(
            steps: steps, batchSize: batchSize, rate: learningRate,
            trainedLayers: model.model == nil ? nil : trainLayers)
        let report = { (metrics: FineTuningMetrics) in if !quiet { print(metrics.line) } }
        guard model.model != nil else {
            return try await .base(
                features: features, seed: seed, settings: settings, threads: model.threads.count, report: report)
        }
        var tuned = try model.named()
        let lessons = try model.questions(for: tuned).trainingQuestions(from: 0, count: numExamples, seed: seed)
        try await tuned.learn(
            from: lessons, settings: settings, seed: seed, threads: model.threads.count, report: report)
        return tuned
    }
}
