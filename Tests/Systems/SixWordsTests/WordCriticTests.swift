import SixWords
import Testing

struct WordCriticTests {
    @Test func `three words are good and three are bad`() {
        #expect(Word.allCases.map { WordCritic().score(of: $0) } == [1, 1, 1, -1, -1, -1])
    }

    @Test func `an unknown word scores nothing`() {
        #expect(WordCritic().score(of: "table") == 0)
        #expect(WordCritic().score(of: "Happy") == 0)
    }
}
