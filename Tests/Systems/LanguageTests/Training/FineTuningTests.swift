import DeterministicMath
import Language
import Testing

struct FineTuningTests {
    @Test func `solutions become more probable, the same on one and two threads`() async throws {
        var digests: [Digest] = []
        for threads in [1, 2] {
            var model = LanguageModel(.wordProblems, features: 16, layers: 1, seed: 1)
            var tuning = FineTuning(FineTuningSettings(steps: 20, batchSize: 8, rate: 1e-2, warmup: 5))
            var losses: [Double] = []
            for step in 0..<20 {
                let lessons = WordProblems().lessons(from: 8 * step, count: 8, seed: 1)
                losses.append(try await tuning.step(&model, on: lessons, threads: threads).loss)
            }
            #expect(losses[0] > 4.5 && losses[19] < losses[0] - 1.5)
            digests.append(GRPORunTests.digest(model))
        }
        #expect(digests[0] == digests[1])
    }

    @Test func `the rate rises and falls`() async throws {
        var model = LanguageModel(.wordProblems, features: 16, layers: 1, seed: 1)
        var tuning = FineTuning(FineTuningSettings(steps: 4, batchSize: 2, rate: 1, warmup: 2))
        let lessons = WordProblems().lessons(from: 0, count: 2, seed: 1)
        var rates: [Double] = []
        for _ in 0..<4 { rates.append(try await tuning.step(&model, on: lessons).learningRate) }
        #expect(rates == [0.5, 1, 1, 0.5])
    }

    @Test func `a question without a solution teaches nothing, and says which`() async throws {
        var model = LanguageModel(.wordProblems, features: 16, layers: 1, seed: 1)
        var tuning = FineTuning(FineTuningSettings(steps: 1))
        await #expect(throws: LanguageError.noSolution(text: "tom has 4 apples .")) {
            try await tuning.step(&model, on: [Question(text: "tom has 4 apples .", answer: "4")])
        }
    }

    @Test func `a base model is trained on no held-out problem`() {
        let skeletons = Set(WordProblems().heldOutProblems(300).map(\.text))
        for lesson in WordProblems().lessons(from: 0, count: 5000, seed: 4) {
            #expect(!skeletons.contains(lesson.text))
        }
    }
}
