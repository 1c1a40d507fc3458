import ArgumentParser
import Language
import Records
import Transformers

/// `train evaluate`: what a model's answers to held-out questions are worth.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Asks a model held-out word problems and scores its answers.",
        discussion: "Prints one line for each number, or one JSON object with --json.")

    @OptionGroup var model: ModelOptions

    @Option(help: "The temperature of sampling.")
    var temperature: Float = 0.9

    @Option(help: "The most tokens of an answer.")
    var maxCompletionLength = 48

    @Option(help: "The evaluator: original, or mended.")
    var evaluator = EvaluatorName.original

    @Option(help: "Decides the samples.")
    var seed: UInt64 = 0

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard model.model != nil else { throw ValidationError("--model is missing; it must be the folder of a model") }
        guard temperature > 0 else { throw ValidationError("--temperature is \(temperature); it must be above 0") }
        guard maxCompletionLength >= 1 else {
            throw ValidationError("--max-completion-length is \(maxCompletionLength); it must be at least 1")
        }
    }

    func run() throws {
        let read = try ModelOptions.read(model.model ?? "")
        let questions = WordProblems().heldOutQuestions(model.evalQuestions)
        let (options, evaluator) = (self, evaluator.evaluator)
        let (sampled, greedy) = try waiting {
            let sampler = Sampler(temperature: options.temperature)
            let sampled = try await read.evaluation(
                on: questions, by: evaluator, samples: options.model.evalSamples, sampler: sampler,
                limit: options.maxCompletionLength, seed: options.seed, threads: options.model.threads)
            let greedy = try await read.evaluation(
                on: questions, by: evaluator, sampler: .greedy, limit: options.maxCompletionLength,
                threads: options.model.threads)
            return (sampled, greedy)
        }
        let summary = EvaluationSummary(step: 0, sampled: sampled, greedy: greedy)
        if json { return print(try summary.jsonLine()) }
        let interval = summary.accuracyInterval.map(short).joined(separator: " to ")
        print("accuracy at temperature \(temperature): \(short(summary.accuracy)) (95 % interval \(interval))")
        print("accuracy greedy: \(short(summary.greedyAccuracy))")
        if model.evalSamples > 1 {
            print("pass@\(model.evalSamples): \(short(sampled.accuracy.pass(at: model.evalSamples)))")
        }
        print("reward: \(short(summary.reward))")
        for name in evaluator.rewardNames { print("\(name): \(short(summary.rewards[name] ?? 0))") }
        print("length: \(short(summary.length))")
    }
}
