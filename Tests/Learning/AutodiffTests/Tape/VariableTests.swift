import TestSupport
import Testing

@testable import Autodiff

@Suite struct VariableTests {
    @Test func `a value in another shape keeps its numbers and its gradient`() throws {
        try expectAgreement("reshaped") {
            let x = $0.reshaped($0.value(of: $1("x")), to: [5, 6])
            return x * x
        }
    }

    @Test func `a constant has its tensor's shape and numbers`() {
        let tensor = Tensor([2, 2], [1, 2, 3, 4])
        #expect(Tape(Parameters()).constant(tensor).tensor == tensor)
    }

    @Test func `a shape of another count is named with both shapes`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            _ = tape.reshaped(tape.zeros([2, 3]), to: [4])
        }
        expectMessage("reshaped: 2×3 does not fill 4", in: result)
    }

    @Test func `several numbers are not one`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tape(Parameters()).zeros([2, 3]).value
        }
        expectMessage("value: 2×3 is not a single number", in: result)
    }

    @Test func `an operand of another tape is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tape(Parameters()).exp(Tape(Parameters()).zeros([1]))
        }
        expectMessage("an operand of another tape", in: result)
    }
}
