import TestSupport
import Testing

@testable import Autodiff

@Suite struct OperatorsTests {
    @Test func `arithmetic of two values, also with a second one that is repeated`() throws {
        try expectAgreement("+") { $0.value(of: $1("a")) + $0.value(of: $1("b")) }
        try expectAgreement("+ repeated") { $0.value(of: $1("a")) + $0.value(of: $1("b")) }
        try expectAgreement("-") { $0.value(of: $1("a")) - $0.value(of: $1("b")) }
        try expectAgreement("*") { $0.value(of: $1("a")) * $0.value(of: $1("b")) }
        try expectAgreement("/") { $0.value(of: $1("a")) / $0.value(of: $1("b")) }
    }

    @Test func `arithmetic with constants`() throws {
        try expectAgreement("constants") { -(3 * $0.value(of: $1("a")) + 0.5) - 0.25 }
    }

    @Test func `arithmetic with data`() {
        let parameters = Parameters(ones: [2])
        let tape = Tape(parameters)
        let x = tape.value(of: parameters.all[0])
        let y = (x * [2, 3] + [1, 1] - [0, 5])
        #expect(y.values == [3, -1])
        #expect(tape.gradient(of: tape.sum(y))[parameters.all[0]].values == [2, 3])
    }

    @Test func `shapes of which neither is repeated in the other are both named`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            _ = tape.zeros([2, 3]) * tape.zeros([2])
        }
        expectMessage("*: 2×3 can not be combined with 2", in: result)
    }

    @Test func `data of another count is named`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            _ = tape.zeros([2, 3]) - [1, 2]
        }
        expectMessage("-: 2×3 can not be combined with 2 numbers", in: result)
    }
}
