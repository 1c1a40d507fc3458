import DeterministicMath
import SixWords
import Testing

struct WordTests {
    @Test func `a word's index is its place among all words`() {
        #expect(Word.allCases.map(\.index) == [0, 1, 2, 3, 4, 5])
    }

    @Test func `random words are uniform`() {
        var generator = Xoshiro256StarStar(seed: 1)
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0..<6000 { counts[Word.random(using: &generator).index] += 1 }
        // Four standard deviations of a count are 116.
        #expect(counts.allSatisfy { abs($0 - 1000) < 116 })
    }
}
