import Language
import Testing

struct TextCoderTests {
    @Test func `a vocabulary reads questions and ends completions`() throws {
        let coder: any TextCoder = Vocabulary.wordProblems
        let question = Question(text: "tom has 4 apples .", answer: "4")
        #expect(try coder.prompt(of: question).count == 5)
        let completion = try coder.completion("the answer is 4 .")
        #expect(completion.count == 6 && coder.stops.contains(completion[5]))
        #expect(coder.text(of: completion) == "the answer is 4 .")
        #expect(coder.tokenCount == 164)
    }
}
