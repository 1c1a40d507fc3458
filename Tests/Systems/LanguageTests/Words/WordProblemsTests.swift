import Language
import Testing

struct WordProblemsTests {
    @Test func `no held-out skeleton is ever trained on`() {
        let problems = WordProblems()
        let heldOut = problems.heldOutProblems(500)
        let strays = heldOut.filter { !$0.isHeldOut }
        #expect(strays.isEmpty)
        let skeletons = Set(heldOut.map(\.skeleton))
        for number in 0..<20_000 { #expect(!skeletons.contains(problems.trainingProblem(number, seed: 3).skeleton)) }
    }

    @Test func `a number and a seed decide a question`() {
        let problems = WordProblems()
        #expect(problems.trainingQuestion(7, seed: 1) == problems.trainingQuestion(7, seed: 1))
        #expect(problems.trainingQuestion(7, seed: 1) != problems.trainingQuestion(8, seed: 1))
        #expect(problems.trainingQuestion(7, seed: 1) != problems.trainingQuestion(7, seed: 2))
        let three = problems.trainingQuestions(from: 6, count: 3, seed: 1)
        #expect(three[1] == problems.trainingQuestion(7, seed: 1))
    }

    @Test func `fewer held-out problems are the first of more`() {
        #expect(Array(WordProblems().heldOutProblems(9).prefix(4)) == WordProblems().heldOutProblems(4))
    }

    @Test func `about a tenth is held out`() {
        let share = Double(WordProblemTests.many.count(where: \.isHeldOut)) / 20_000
        // Problems of one skeleton go together, so the share spreads more than that of single problems would.
        #expect(abs(share - 0.1) < 0.02)
    }
}
