import Language
import Testing

struct LastNumberEvaluatorTests {
    @Test(
        arguments: [
            ("10 - 3 = 7 shells.", "7"), ("Tom has 1,000", "1000"), ("7, 8", "8"), ("it is -3", "-3"), ("5-3", "3"),
            ("= 6.5.", "6.5"),
            ("16.", "16"), ("-0", "-0"), ("no number", nil), ("", nil), ("²", nil), ("1,", "1"), (",5", "5"),
        ] as [(String, String?)])
    func `the last number of a text`(text: String, number: String?) {
        #expect(LastNumberEvaluator.lastNumber(of: text) == number)
    }

    @Test func `a right number earns 1, an end a quarter`() {
        let question = Question(text: "?", answer: "7")
        let answers = [("4 + 3 = 7", true), ("4 + 3 = 7", false), ("7, no, 8", true), ("", false)]
        let rewards = LastNumberEvaluator().rewards(
            of: answers.map { Answer(to: question, $0.0, isWhole: $0.1) })
        #expect(rewards.map(\.total) == [1.25, 1, 0.25, 0])
        #expect(rewards.map(\.isRight) == [true, true, false, false])
    }

    @Test func `every name gives an evaluator of its own`() {
        let names = EvaluatorName.allCases.map { Set($0.evaluator.rewardNames) }
        #expect(names[0] == names[1] && names[1].isDisjoint(with: names[2]))
    }
}
