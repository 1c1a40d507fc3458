import Testing

@testable import Autodiff

@Suite struct ElementwiseTests {
    @Test func `functions of one number and their slopes`() throws {
        try expectAgreement("log") { $0.log($0.value(of: $1("input"))) }
        try expectAgreement("squared") { $0.squared($0.value(of: $1("input"))) }
        try expectAgreement("clamped") { $0.clamped($0.value(of: $1("x")), to: -0.125...0.125) }
    }

    @Test func `the smaller and the larger of two numbers`() throws {
        try expectAgreement("minimum") { $0.minimum($0.value(of: $1("input")), $0.value(of: $1("other"))) }
        try expectAgreement("maximum") { $0.maximum($0.value(of: $1("input")), $0.value(of: $1("other"))) }
    }

    @Test func `of two equal numbers the first gets the gradient`() {
        let parameters = Parameters(ones: [1], [1])
        for operation in [Tape.minimum, Tape.maximum] {
            let tape = Tape(parameters)
            let (a, b) = (tape.value(of: parameters.all[0]), tape.value(of: parameters.all[1]))
            let gradient = tape.gradient(of: operation(tape)(a, b))
            #expect(gradient[parameters.all[0]].values == [1])
            #expect(gradient[parameters.all[1]].values == [0])
        }
    }

    @Test func `what is not a number stays so, whichever of two it is`() {
        let tape = Tape(Parameters(ones: [1]))
        let (nan, one) = (tape.constant(Tensor([1], [.nan])), tape.constant(Tensor([1], [1])))
        for operation in [Tape.minimum, Tape.maximum] {
            #expect(operation(tape)(nan, one).values[0].isNaN)
            #expect(operation(tape)(one, nan).values[0].isNaN)
        }
    }
}
