import TestSupport
import Testing

@testable import Autodiff

@Suite struct EmbeddingTests {
    @Test func `the gradients of a row that is used twice are added up`() throws {
        try expectAgreement("embedding") { $0.embedding($1("table"), [3, 0, 3, 5, 5, 1], shape: [2, 3]) }
        try expectAgreement("rows") { $0.rows(of: $0.value(of: $1("x")), at: [2, 0, 2]) }
    }

    @Test func `rows of several tables are added up`() throws {
        try expectAgreement("embeddingSum") { $0.embeddingSum([($1("a"), [3, 0, 3]), ($1("b"), [1, 1, 0])]) }
    }

    @Test func `tables that do not fit together are named`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let parameters = Parameters(ones: [6, 19], [6, 18])
            _ = Tape(parameters).embeddingSum([(parameters.all[0], [1]), (parameters.all[1], [1])])
        }
        expectMessage("embeddingSum: 6×18 with 1 indices can not be added to 1 rows of 19", in: result)
    }

    @Test func `a row that is not in the table is named`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let parameters = Parameters(ones: [6, 19])
            _ = Tape(parameters).embedding(parameters.all[0], [0, 6])
        }
        expectMessage("embedding: 6×19 has no row 6", in: result)
    }

    @Test func `a shape that does not hold the indices is named`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let parameters = Parameters(ones: [6, 19])
            _ = Tape(parameters).embedding(parameters.all[0], [0, 1, 2], shape: [2, 2])
        }
        expectMessage("embedding: 2×2 can not hold 3 rows", in: result)
    }

    @Test func `a row that a value does not have is named`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            _ = tape.rows(of: tape.zeros([4, 5]), at: [-1])
        }
        expectMessage("rows: 4×5 has no row -1", in: result)
    }
}
