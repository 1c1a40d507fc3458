import Testing

@testable import DarkRoom

struct A2CUpdateTests {
    @Test func `values that are the targets explain all of them, their mean nothing`() {
        #expect(explainedVariance(of: [1, 2, 6], by: [1, 2, 6]) == 1)
        #expect(explainedVariance(of: [1, 2, 6], by: [3, 3, 3]) == 0)
        #expect(explainedVariance(of: [1, 2, 6], by: [6, 2, 1]) < 0)
    }

    @Test func `a constant error explains as much as none`() {
        #expect(explainedVariance(of: [1, 2, 6], by: [2, 3, 7]) == 1)
    }

    @Test func `of equal targets there is nothing to explain`() {
        #expect(explainedVariance(of: [2, 2], by: [0, 4]) == 0)
    }
}
