import Testing

@testable import Judges

struct JudgeScaleTests {
    private let scale = try! JudgeScale(minimum: 0, maximum: 10)

    @Test(
        arguments: [
            ("7", 7), ("0", 0), ("10", 10), ("2.5", 2.5), (#"{"score": 4}"#, 4),
            (#"{"why": "short", "score": 0.5}"#, 0.5),
        ] as [(String, Double)])
    func `a number alone, or JSON with a score, is read`(words: String, score: Double) {
        #expect(scale.score(in: words) == score)
    }

    @Test(arguments: [
        "", "seven", "7/10", "Score: 7", "7 out of 10", "11", "-1", "NaN", "1e999", #"{"score": "7"}"#,
        #"{"points": 7}"#, "[7]", "null", "7\n8",
    ])
    func `nothing else is a score`(words: String) {
        #expect(scale.score(in: words) == nil)
    }

    @Test func `a scale without room is an error`() {
        #expect(
            throws: JudgeError.setting(name: "the scale's maximum", value: "1.0", requirement: "above its minimum, 1.0")
        ) { try JudgeScale(minimum: 1, maximum: 1) }
    }
}
