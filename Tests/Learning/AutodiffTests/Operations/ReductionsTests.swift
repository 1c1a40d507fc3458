import TestSupport
import Testing

@testable import Autodiff

@Suite struct ReductionsTests {
    @Test func `sums and means`() throws {
        try expectAgreement("sum") { $0.sum($0.value(of: $1("input"))) }
        try expectAgreement("mean") { $0.mean($0.value(of: $1("input"))) }
        try expectAgreement("rowSums") { $0.rowSums($0.value(of: $1("x"))) }
    }

    @Test func `nothing has no mean`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            _ = tape.mean(tape.zeros([0, 3]))
        }
        expectMessage("mean: 0×3 holds no numbers", in: result)
    }

    @Test func `a sum does not lose small numbers beside a large one`() {
        let tape = Tape(Parameters())
        let x = tape.constant(Tensor([4], [1e8, 1, 1, -1e8]))
        #expect(tape.sum(x).value == 2)
    }
}
