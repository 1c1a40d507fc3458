import Language
import Testing

struct VerdictTests {
    @Test(arguments: [
        ("score : 4", 4), ("4 / 5", 4), ("i give it 4", 4), ("4.5", 4), ("(3)", 3), ("a 2, perhaps a 3", 2),
        ("rating: 5/5", 5), ("**1**", 1), ("score of -3", 3),
    ]) func `a score is found in what a judge says`(text: String, score: Int) {
        #expect(Verdict(parsing: text) == Verdict(found: score))
    }

    @Test(arguments: ["", "four", "10", "0", "6 / 6", "45", "v2", "2nd", "3_", "x3y", "٣", "¾"])
    func `what is no score is the minimum, and known to be unreadable`(text: String) {
        let verdict = Verdict(parsing: text)
        #expect(verdict.found == nil && verdict.score == 1)
    }
}
