import ChatModels
import Language
import Records
import Testing

struct OneStepProblemTests {
    @Test func `no problem to be judged by is learned from, nor are new answers`() {
        let training = OneStepProblem.training(1000, seed: 1)
        let heldOut = OneStepProblem.heldOut(64, seed: 0)
        #expect(Set(training).isDisjoint(with: heldOut))
        #expect(Set(heldOut).count == 64)
        #expect(Set(training.map(\.answer)).isDisjoint(with: OneStepProblem.newAnswers))
        #expect(heldOut.count { OneStepProblem.newAnswers.contains($0.answer) } == 32)
        #expect((550..<750).contains(training.count { $0.change > 0 }))
        #expect(training.allSatisfy { $0.answer >= 1 && (2...12).contains($0.start) && $0.change != 0 })
    }

    @Test func `seeds give other problems, and the same ones again`() {
        #expect(OneStepProblem.training(20, seed: 1) == OneStepProblem.training(20, seed: 1))
        #expect(OneStepProblem.training(20, seed: 1) != OneStepProblem.training(20, seed: 2))
    }

    @Test func `a line is read as GSM8K's are`() throws {
        for problem in OneStepProblem.training(20, seed: 3) {
            let question = try GSM8K.questions(parsing: problem.jsonLine(), file: "problems.jsonl")[0]
            #expect(question.text == problem.question)
            #expect(question.answer == "\(problem.answer)")
            let sign = problem.change > 0 ? "+" : "-"
            let sum = "\(problem.start) \(sign) \(abs(problem.change)) = \(problem.answer)"
            #expect(
                question.solution
                    == "<reasoning>\n\(sum)\n</reasoning>\n<answer>\n\(problem.answer)\n</answer>\n")
        }
    }
}
