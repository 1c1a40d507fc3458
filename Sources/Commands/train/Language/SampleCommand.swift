import ArgumentParser
import DeterministicMath
import Language
import Transformers

/// `train sample`: a model answers.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Prints a model's answers to a question.")

    @Argument(help: "The question; without one, one that is held out.") var question: String?
    @OptionGroup var model: ModelOptions
    @OptionGroup var sampling: SamplingOptions
    @Option(help: "How many answers are sampled.") var num = 4
    @Option(help: "Decides the samples, and which problem is asked.") var seed: UInt64 = 0

    private func heldOutQuestion(for asked: LanguageModel) throws -> Question {
        let questions = try model.questions(for: asked).heldOutQuestions(400)
        return questions[Int(seed % UInt64(questions.count))]
    }

    func validate() throws { try require(num >= 1, "--num", num, "at least 1") }

    func run() throws {
        let asked = try model.named()
        let question = try question.map { Question(text: $0, answer: "") } ?? heldOutQuestion(for: asked)
        let command = self
        let answers = try waiting {
            var generator = Xoshiro256StarStar(seed: command.seed)
            let temperature = command.sampling.temperature
            return try await asked.answers(
                to: [question], each: command.num, limit: command.sampling.maxCompletionLength,
                sampler: temperature > 0 ? Sampler(temperature: temperature) : .greedy,
                threads: command.model.threads.count,
                using: &generator)
        }
        print(([question.text] + answers.texts.map(\.text)).joined(separator: "\n\n"))
    }
}
