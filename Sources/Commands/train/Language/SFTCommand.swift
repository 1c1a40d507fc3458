import ArgumentParser
import Language
import Records

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

    @Option(help: "The folder that the trained model is written to.")
    var outputDir = "sft-output"

    @Option(help: "How many different gold solutions it learns from, with --model.")
    var numExamples = 500

    @Option(help: "How many steps there are; 700 for a new model, otherwise 3 for 16 examples, from 60 to 190.")
    var steps: Int?

    @Option(help: "How many solutions a step learns from; 64 for a new model, otherwise 16.")
    var batchSize: Int?

    @Option(help: "The largest step size; 0.003 for a new model, otherwise 0.0003.")
    var learningRate: Float?

    @Option(help: "The features of a new model.")
    var features = 64

    @Option(help: "Decides a new model's numbers and the lessons.")
    var seed: UInt64 = 7_111_994

    @Flag(help: "Print no line for each step.")
    var quiet = false

    func validate() throws {
        guard !outputDir.isEmpty else { throw ValidationError("--output-dir is empty; it must be a folder's path") }
        let sizes = [("num-examples", numExamples), ("steps", steps ?? 1), ("batch-size", batchSize ?? 1)]
        for (flag, value) in sizes where value < 1 {
            throw ValidationError("--\(flag) is \(value); it must be at least 1")
        }
        guard features >= 8, features % 8 == 0 else {
            throw ValidationError("--features is \(features); it must be a multiple of 8")
        }
        guard (learningRate ?? 1) > 0 else {
            throw ValidationError("--learning-rate is \(learningRate ?? 0); it must be above 0")
        }
    }

    func run() throws {
        let command = self
        let trained = try waiting { try await command.trained() }
        try ModelFolder(outputDir).write(trained)
        print("Written to \(outputDir)/")
    }

    private func trained() async throws -> LanguageModel {
        guard let folder = model.model else {
            return try await LanguageModel.base(
                features: features, seed: seed, settings: settings(.warmUp), threads: model.threads, report: report)
        }
        var model = try ModelOptions.read(folder)
        let settings = settings(.examples(numExamples))
        try await model.learn(
            from: WordProblems().trainingQuestions(from: 0, count: numExamples, seed: seed), settings: settings,
            seed: seed, threads: self.model.threads, report: report)
        return model
    }

    private func settings(_ defaults: FineTuningSettings) -> FineTuningSettings {
        var settings = defaults
        if let steps { settings.steps = steps }
        if let batchSize { settings.batchSize = batchSize }
        if let learningRate { settings.rate = learningRate }
        return settings
    }

    private func report(_ metrics: FineTuningMetrics) {
        guard !quiet else { return }
        print("Step \(metrics.step + 1): loss \(short(metrics.loss)), gradient norm \(short(metrics.gradientNorm))")
    }
}
