import Autodiff
import DeterministicMath
import GRPO
import Language
import Testing
import Transformers

struct LanguageModelTests {
    @Test func `the sizes of the book`() {
        #expect(LanguageModel(.wordProblems, features: 32, seed: 1).parameters.count == 30_112)
        #expect(LanguageModel(.wordProblems, seed: 1).parameters.count == 109_376)
        #expect(LanguageModel(.wordProblems, features: 128, seed: 1).parameters.count == 415_360)
    }

    @Test func `answers stand with their questions, and their tokens with both`() async throws {
        let model = LanguageModel(.wordProblems, features: 16, seed: 2)
        let questions = WordProblems().heldOutQuestions(3)
        var generator = Xoshiro256StarStar(seed: 1)
        let answers = try await model.answers(
            to: questions, each: 2, limit: 5, sampler: Sampler(), using: &generator)
        #expect(answers.texts.map(\.question) == questions.flatMap { [$0, $0] })
        let completions = answers.rollout.completions
        #expect(completions.count == 6 && completions.allSatisfy { $0.tokens.count <= 5 })
        for (completion, answer) in zip(completions, answers.texts) {
            #expect(model.coder.text(of: completion.tokens) == answer.text)
        }
        #expect(answers.rollout.isTruncated == completions.map { $0.tokens.last != Vocabulary.end })
    }

    @Test func `a prompt over the limit is refused by its length`() async throws {
        let model = LanguageModel(.wordProblems, features: 16, seed: 2)
        let question = WordProblems().heldOutQuestions(1)[0]
        let length = try model.coder.prompt(of: question).count
        var generator = Xoshiro256StarStar(seed: 1)
        let error = LanguageError.promptTooLong(tokens: length, limit: length - 1, text: question.text)
        await #expect(throws: error) {
            try await model.answers(
                to: [question], each: 1, limit: 1, promptLimit: length - 1, sampler: .greedy, using: &generator)
        }
        #expect(
            error.description.hasSuffix(
                "… has \(length) tokens; the limit is \(length - 1)".replacing("… ", with: "…\" ")))
    }

    @Test func `a vocabulary that the model does not have is refused`() throws {
        let model = LanguageModel(.stories, features: 16, seed: 2)
        #expect(throws: LanguageError.vocabulary(tokens: 164, model: Vocabulary.stories.count)) {
            try LanguageModel(coder: Vocabulary.wordProblems, decoder: model.decoder, parameters: model.parameters)
        }
    }
}
