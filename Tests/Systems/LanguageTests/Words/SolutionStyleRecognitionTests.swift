import Language
import Testing

struct SolutionStyleRecognitionTests {
    @Test func `every style is recognized in every problem`() {
        for number in 0..<500 {
            let problem = WordProblems().trainingProblem(number, seed: 6)
            for style in SolutionStyle.allCases {
                // Reasoning of one step is on one line in either style.
                let isSame = style == .multiline && problem.reasoning.count == 1
                #expect(SolutionStyle(of: problem.solution(in: style)) == (isSame ? .perfect : style))
            }
        }
    }

    @Test(arguments: [
        "", "9", "<answer>", "<reasoning>\n4 + 5 = 9\n</reasoning>\n", "the answer", "<reasoning>\n\n<answer>\n9",
    ])
    func `what has no style has none`(text: String) {
        #expect(SolutionStyle(of: text) == nil)
    }
}
