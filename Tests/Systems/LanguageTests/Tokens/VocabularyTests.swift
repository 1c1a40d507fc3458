import Language
import Testing

struct VocabularyTests {
    let vocabulary = Vocabulary.wordProblems

    @Test func `there are 164 tokens, all different`() {
        #expect(vocabulary.count == 164 && Set(vocabulary.tokens).count == 164)
        #expect(vocabulary.tokens[Vocabulary.padding] == "<pad>" && vocabulary.tokens[Vocabulary.end] == "<eos>")
    }

    @Test func `a text and its tokens are the same thing`() throws {
        let text = "<reasoning>\n4 + 5 = 9\n</reasoning>\n<answer>\n9\n</answer>\n"
        let ids = try vocabulary.encode(text)
        #expect(ids.count == 16)
        #expect(vocabulary.decode(ids) == text)
        #expect(vocabulary.decode(ids + [Vocabulary.end] + ids) == text, "what follows the end token is not read")
    }

    @Test func `a word that is no token is an error that names it`() {
        #expect(throws: VocabularyError.unknownWord("oranges")) { try vocabulary.encode("tom has 4 oranges .") }
        #expect(VocabularyError.unknownWord("oranges").description == "\"oranges\" is not in the vocabulary")
    }
}
