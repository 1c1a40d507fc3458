import DeterministicMath
import Language
import Testing

struct SolutionStyleTests {
    let problem = WordProblems().trainingProblem(4, seed: 1)

    @Test(arguments: [
        (SolutionStyle.direct, 2.625), (.plain, 0), (.units, 1), (.multiline, 3), (.oneline, 3), (.perfect, 3.5),
    ]) func `every style earns what the original's rewards give it`(style: SolutionStyle, total: Double) throws {
        let answer = Answer(to: problem.question, problem.solution(in: style))
        #expect(abs(GSM8KEvaluator().rewards(of: answer).total - total) < 1e-12)
    }

    @Test func `every style can be written with the vocabulary and read again`() throws {
        for style in SolutionStyle.allCases {
            let text = problem.solution(in: style)
            let ids = try Vocabulary.wordProblems.encode(text)
            #expect(Vocabulary.wordProblems.decode(ids) == text)
        }
    }

    @Test func `shares add up to one and are kept`() {
        var generator = Xoshiro256StarStar(seed: 2)
        let drawn = (0..<20_000).map { _ in SolutionStyle.random(using: &generator) }
        for style in SolutionStyle.allCases {
            // Four standard deviations are at most 0.0139.
            #expect(abs(Double(drawn.count { $0 == style }) / 20_000 - style.share) < 0.0139)
        }
        #expect(abs(SolutionStyle.allCases.map(\.share).reduce(0, +) - 1) < 1e-12)
    }

    @Test func `the six texts`() {
        let steps = ["3 * 3 = 9", "9 + 9 = 18", "18 - 7 = 11"]
        let line = steps.joined(separator: " ; ")
        #expect(problem.reasoning == steps && problem.answer == 11)
        #expect(
            SolutionStyle.allCases.map { problem.solution(in: $0) } == [
                "<answer>\n11\n</answer>\n",
                "\(line) the answer is 11 .",
                "<reasoning>\n\(line)\n</reasoning>\n<answer>\n11 books\n</answer>\n",
                "<reasoning>\n3 * 3 = 9\n9 + 9 = 18\n18 - 7 = 11\n</reasoning>\n<answer>\n11\n</answer>\n",
                "<reasoning> \(line) </reasoning> <answer> 11 </answer>",
                "<reasoning>\n\(line)\n</reasoning>\n<answer>\n11\n</answer>\n",
            ])
    }
}
