import ArgumentParser
import Language

/// The flags that name a model and say how it computes.
struct ModelOptions: ParsableArguments {
    @Option(help: "The folder of a model, or of a run, whose last checkpoint is meant; without it, a new base model.")
    var model: String?
    @Option(
        help: "How many threads compute at the same time; without it, as many as can. The numbers do not depend on it.")
    var threads: Int?

    func validate() throws { if let threads { try require(threads >= 1, "--threads", threads, "at least 1") } }

    /// The model that was named. Throws if none was.
    func named() throws -> LanguageModel {
        guard let model else { throw ValidationError("--model is missing; it must be the folder of a model") }
        return try ModelFolder(model).latest()
    }
}

/// The flags that say how a model answers.
struct SamplingOptions: ParsableArguments {
    @Option(help: "The temperature of sampling; 0 for the most probable answer, where nothing is learned.")
    var temperature: Float = 0.9
    @Option(help: "The most tokens of an answer.") var maxCompletionLength = 48

    func validate() throws {
        try require(temperature >= 0, "--temperature", temperature, "0 or more")
        try require(maxCompletionLength >= 1, "--max-completion-length", maxCompletionLength, "at least 1")
    }
}

/// The flags that say how answers to held-out questions are scored.
struct EvaluationOptions: ParsableArguments {
    @Option(help: "The evaluator.") var evaluator = GSM8KEvaluator.Version.original
    @Option(help: "How many held-out questions an evaluation asks.") var evalQuestions = 400
    @Option(help: "How many answers to each are sampled.") var evalSamples = 1

    func validate() throws {
        try require(evalQuestions >= 1, "--eval-questions", evalQuestions, "at least 1")
        try require(evalSamples >= 1, "--eval-samples", evalSamples, "at least 1")
    }
}
