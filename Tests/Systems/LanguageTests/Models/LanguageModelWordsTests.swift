import Language
import Testing
import Transformers

struct LanguageModelWordsTests {
    @Test func `a model with more words says what it said, and can read them`() throws {
        let model = GRPORunTests.model
        let larger = try model.with(words: ["reward:", "###"], seed: 1)
        let vocabulary = try #require(larger.coder as? Vocabulary)
        #expect(vocabulary.count == Vocabulary.wordProblems.count + 2)
        #expect(try vocabulary.encode("reward: ###") == [164, 165])
        let tokens = TokenBatch([TokenGroup(prompt: [9, 30], completions: [[31, 40, 7]])])
        let (before, after) = (
            model.decoder.logProbabilities(tokens, with: model.parameters),
            larger.decoder.logProbabilities(tokens, with: larger.parameters)
        )
        // Two words more take a little of all others' probability, the same of each in a place.
        let shift = zip(before, after).map { $0 - $1 }
        #expect(shift.allSatisfy { $0 > 0 && $0 < 0.2 }, "\(shift)")
    }
}
