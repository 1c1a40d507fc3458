import ArgumentParser
import DeterministicMath
import Language
import Transformers

/// `train sample`: a model answers.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Prints a model's answers to a question.")

    @Argument(help: "The question; without one, a held-out word problem.")
    var question: String?

    @OptionGroup var model: ModelOptions

    @Option(help: "How many answers are sampled.")
    var num = 4

    @Option(help: "The temperature of sampling; 0 for the most probable answer.")
    var temperature: Float = 0.9

    @Option(help: "The most tokens of an answer.")
    var maxCompletionLength = 48

    @Option(help: "Decides the samples, and which problem is asked.")
    var seed: UInt64 = 0

    func validate() throws {
        guard model.model != nil else { throw ValidationError("--model is missing; it must be the folder of a model") }
        guard num >= 1 else { throw ValidationError("--num is \(num); it must be at least 1") }
        guard temperature >= 0 else { throw ValidationError("--temperature is \(temperature); it must be 0 or more") }
        guard maxCompletionLength >= 1 else {
            throw ValidationError("--max-completion-length is \(maxCompletionLength); it must be at least 1")
        }
    }

    func run() throws {
        let read = try ModelOptions.read(model.model ?? "")
        let place = Int(seed % 400)
        let asked = question.map { Question(text: $0, answer: "") } ?? WordProblems().heldOutQuestions(place + 1)[place]
        let options = self
        let answers = try waiting {
            var generator = Xoshiro256StarStar(seed: options.seed)
            return try await read.answers(
                to: [asked], each: options.num, limit: options.maxCompletionLength,
                sampler: options.temperature > 0 ? Sampler(temperature: options.temperature) : .greedy,
                threads: options.model.threads, using: &generator)
        }
        print(asked.text)
        for answer in answers.texts { print("\n\(answer.text)") }
    }
}
