import Testing

@testable import DarkRoom

struct InContextEvaluationTests {
    private let evaluation = InContextEvaluation(
        in: Room(), goals: [.cell(41), .cell(42)],
        returns: [[[0, 10, 20], [0, 0, 0]], [[0, 0, 4], [19, 19, 0]]])

    @Test func `means are over goals and repeats`() {
        #expect(evaluation.meanReturns == [4.75, 7.25, 6])
        #expect(evaluation.total == 18)
        #expect(evaluation.lastReturns == [10, 2])
    }

    @Test func `a goal is found if it was ever rewarded, and what comes after counts by the optimum`() {
        #expect(evaluation.foundShare == 0.75)
        // 20 of 20; after 4 nothing is left; 19 and 0 of 19.
        #expect(abs(evaluation.shareOnceFound - (1 + 1 + 0) / 3.0) < 1e-12)
    }
}
