import Testing

@testable import Autodiff

@Suite struct ActivationsTests {
    @Test func `activations and their slopes`() throws {
        try expectAgreement("relu") { $0.relu($0.value(of: $1("input"))) }
        try expectAgreement("gelu") { $0.gelu($0.value(of: $1("x"))) }
        try expectAgreement("silu") { $0.silu($0.value(of: $1("input"))) }
        try expectAgreement("tanh") { $0.tanh($0.value(of: $1("input"))) }
        try expectAgreement("sigmoid") { $0.sigmoid($0.value(of: $1("input"))) }
        try expectAgreement("exp") { $0.exp($0.value(of: $1("input"))) }
    }

    @Test func `far from zero they end in their limits`() {
        let tape = Tape(Parameters())
        let ends = tape.constant(Tensor([4], [-.infinity, -1000, 1000, .infinity]))
        #expect(tape.sigmoid(ends).values == [0, 0, 1, 1])
        #expect(tape.tanh(ends).values == [-1, -1, 1, 1])
        #expect(tape.exp(ends).values == [0, 0, .infinity, .infinity])
        #expect(tape.gelu(tape.constant(Tensor([2], [-30, 30]))).values == [0, 30])
    }

    @Test func `what is no number stays none`() {
        let tape = Tape(Parameters())
        let nan = tape.constant(Tensor([1], [.nan]))
        for result in [tape.exp(nan), tape.tanh(nan), tape.sigmoid(nan), tape.gelu(nan), tape.silu(nan)] {
            #expect(result.value.isNaN)
        }
    }

    @Test func `the slope of gelu is 0 and 1 however far out`() {
        var parameters = Parameters(ones: [6])
        let x = parameters.all[0]
        parameters[x] = Tensor([6], [-.greatestFiniteMagnitude, -1e20, -16, 16, 1e20, .greatestFiniteMagnitude])
        let tape = Tape(parameters)
        #expect(tape.gradient(of: tape.sum(tape.gelu(tape.value(of: x))))[x].values == [0, 0, 0, 1, 1, 1])
    }
}
