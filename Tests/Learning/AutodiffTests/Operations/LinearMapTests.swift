import TestSupport
import Testing

@testable import Autodiff

@Suite struct LinearMapTests {
    @Test func `rows are multiplied by a weight and a bias is added`() throws {
        try expectAgreement("linear") { $0.linear($0.value(of: $1("x")), $1("w"), $1("b")) }
        try expectAgreement("linear without bias") { $0.linear($0.value(of: $1("x")), $1("w")) }
    }

    @Test func `rows are multiplied by a table of the outputs' weights`() throws {
        try expectAgreement("linear, transposed") {
            $0.linear($0.value(of: $1("x")), transposed: $1("table"), $1("b"))
        }
    }

    @Test func `a weight may be a value, and its gradient goes on to where it came from`() throws {
        try expectAgreement("linear") {
            $0.linear($0.value(of: $1("x")), $0.value(of: $1("w")), $0.value(of: $1("b")))
        }
        try expectAgreement("linear, transposed") {
            $0.linear($0.value(of: $1("x")), transposed: $0.value(of: $1("table")), $0.value(of: $1("b")))
        }
    }

    @Test func `a weight that does not fit is named with both shapes`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let parameters = Parameters(ones: [128, 10])
            let tape = Tape(parameters)
            _ = tape.linear(tape.zeros([32, 64]), parameters.all[0])
        }
        expectMessage("linear: 32×64 can not be multiplied by 128×10", in: result)
    }

    @Test func `a bias that does not fit is named with both shapes`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let parameters = Parameters(ones: [64, 10], [11])
            let tape = Tape(parameters)
            _ = tape.linear(tape.zeros([32, 64]), parameters.all[0], parameters.all[1])
        }
        expectMessage("linear: 64×10 can not have a bias of 11", in: result)
    }
}
