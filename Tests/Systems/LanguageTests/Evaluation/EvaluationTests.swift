import GRPO
import Language
import Testing
import Transformers

struct EvaluationTests {
    @Test func `an evaluation counts what is right, question by question`() async throws {
        let questions = WordProblems().heldOutQuestions(5)
        let evaluation = try await GRPORunTests.model.evaluation(
            on: questions, by: GRPORunTests.Counting(), samples: 3, limit: 20, seed: 1)
        #expect(evaluation.rewards.count == 15 && evaluation.accuracy.samples == 3)
        for (place, right) in evaluation.accuracy.right.enumerated() {
            #expect(right == evaluation.rewards[3 * place..<3 * place + 3].count(where: \.isRight))
        }
        #expect(evaluation.means["numbers"] == evaluation.reward)
        #expect(evaluation.length > 0 && evaluation.length <= 20)
    }

    @Test func `the greedy sampler gives the same whatever the seed`() async throws {
        let questions = WordProblems().heldOutQuestions(2)
        var texts: Set<[String]> = []
        for seed in 1...3 as ClosedRange<UInt64> {
            let evaluation = try await GRPORunTests.model.evaluation(
                on: questions, by: GSM8KEvaluator(), sampler: .greedy, limit: 8, seed: seed)
            texts.insert(evaluation.answers.texts.map(\.text))
        }
        #expect(texts.count == 1)
    }
}
