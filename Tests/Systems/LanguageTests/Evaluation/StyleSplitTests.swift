import DeterministicMath
import Testing

@testable import Language

struct StyleSplitTests {
    private let problem = WordProblems().trainingProblem(3, seed: 1)

    /// So many answers in a style, of which some are right.
    private func answers(_ style: SolutionStyle, _ count: Int, right: Int) -> [(answer: Answer, isRight: Bool)] {
        (0..<count).map { (Answer(to: problem.question, problem.solution(in: style)), $0 < right) }
    }

    @Test func `shares and accuracies are those of each style, and give the accuracy`() {
        let split = StyleSplit(of: answers(.direct, 6, right: 3) + answers(.perfect, 2, right: 2))
        #expect(split[.direct].share == 0.75 && split[.direct].accuracy == 0.5)
        #expect(split[.perfect].share == 0.25 && split[.perfect].accuracy == 1)
        #expect(split[.plain].share == 0 && split[.plain].accuracy == 0 && split[nil].share == 0)
        #expect(split.accuracy == 0.625 && split.rows.count == 7)
    }

    @Test(arguments: SolutionStyle.allCases)
    func `a right number counts as computed in every style`(style: SolutionStyle) {
        #expect(StyleSplit(of: answers(style, 1, right: 0))[style].computed == 1)
        let other = Question(text: problem.text, answer: "\(problem.answer + 1)")
        let wrong = Answer(to: other, problem.solution(in: style))
        #expect(StyleSplit(of: [(wrong, false)])[style].computed == 0)
    }

    @Test func `the parts of a change add up to it, with a style that is new`() {
        let before = StyleSplit(of: answers(.direct, 8, right: 2) + answers(.plain, 2, right: 0))
        let after = StyleSplit(of: answers(.direct, 2, right: 1) + answers(.perfect, 8, right: 6))
        let (byShares, within) = before.change(to: after)
        #expect(abs(byShares + within - (after.accuracy - before.accuracy)) < 1e-12)
        #expect(abs(byShares - (-0.6 * 0.25 + 0.8 * 0.75)) < 1e-12 && abs(within - 0.2 * 0.25) < 1e-12)
    }

    @Test func `a text without any style is kept apart`() {
        let split = StyleSplit(of: [(Answer(to: problem.question, "tom tom"), false)])
        #expect(split[nil].share == 1 && split[nil].computed == 0 && split.computed == 0)
    }
}
