import ArgumentParser
import Language
import Records
import Transformers

/// `train evaluate`: what a model's answers to held-out questions are worth.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Asks a model held-out questions and scores its answers.",
        discussion: "Prints one line for each number, or one JSON object with --json.")

    @OptionGroup var model: ModelOptions
    @OptionGroup var evaluation: EvaluationOptions
    @OptionGroup var sampling: SamplingOptions
    @Option(help: "Decides the samples.") var seed: UInt64 = 0
    @Flag(help: "Print one JSON object.") var json = false

    func validate() throws { try require(sampling.temperature > 0, "--temperature", sampling.temperature, "above 0") }

    func run() throws {
        let asked = try model.named()
        let questions = try model.questions(for: asked).heldOutQuestions(evaluation.evalQuestions)
        let command = self
        let answered = try waiting {
            try await asked.heldOutEvaluation(
                on: questions, by: command.evaluation.evaluator.evaluator,
                samples: command.evaluation.evalSamples,
                sampler: Sampler(temperature: command.sampling.temperature),
                limit: command.sampling.maxCompletionLength, seed: command.seed, threads: command.model.threads.count)
        }
        print(json ? try answered.summary().jsonLine() : answered.lines.joined(separator: "\n"))
    }
}
