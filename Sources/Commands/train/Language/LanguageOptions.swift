import ArgumentParser
import ChatModels
import Language

/// The flags that name a model and say how it computes.
struct ModelOptions: ParsableArguments {
    @Option(
        help: """
            The model: a folder, a checkpoint of Qwen2's or Llama's among them, a GGUF file, or a run's folder, whose last \
            checkpoint is meant; without it, a new base model.
            """)
    var model: String?
    @Option(help: "A folder with low-rank adapters of --model, as PEFT has them, or that of a run that trained some.")
    var adapter: String?
    @Option(help: "What a chat model is told before every question; with --data, the original's text.")
    var system: String?
    @Option(
        help: "A file of questions as GSM8K's train.jsonl; without it, word problems. One of a hundred is held out.")
    var data: String?
    @Option(help: "A file whose questions are held out instead.") var testData: String?
    @OptionGroup var threads: ThreadOptions

    /// The model that was named. Throws if none was.
    func named() throws -> LanguageModel {
        guard let model else { throw ValidationError("--model is missing; it must be the folder of a model") }
        return try LanguageModel(at: model, system: systemText, adapter: adapter)
    }

    /// What the model is told before every question.
    var systemText: String? { system ?? (data == nil ? nil : ChatQuestions.system) }

    /// The questions that were asked for, those that are longer than a prompt may be left out.
    func questions(for model: LanguageModel, promptLimit: Int = 256) throws -> any Dataset {
        guard let data else { return WordProblems() }
        let questions = try ChatQuestions(
            reading: data, heldOut: testData, for: model.coder, promptLimit: promptLimit)
        if questions.leftOut > 0 {
            printError("\(questions.leftOut) questions of more than \(promptLimit) tokens are left out")
        }
        return questions
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
    @Option(help: "The evaluator.") var evaluator = EvaluatorName.original
    @Option(help: "How many held-out questions an evaluation asks.") var evalQuestions = 400
    @Option(help: "How many answers to each are sampled.") var evalSamples = 1

    func validate() throws {
        try require(evalQuestions >= 1, "--eval-questions", evalQuestions, "at least 1")
        try require(evalSamples >= 1, "--eval-samples", evalSamples, "at least 1")
    }
}
