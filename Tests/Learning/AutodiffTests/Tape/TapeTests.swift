import TestSupport
import Testing

@testable import Autodiff

@Suite struct TapeTests {
    @Test func `a value that is used twice gets both gradients`() {
        let parameters = Parameters(ones: [3])
        let tape = Tape(parameters)
        let x = tape.value(of: parameters.all[0]) * 2
        // d/dx (x² + x + x·5) = 2x + 6, and x = 2θ
        let loss = tape.sum(x * x + x + x * 5)
        #expect(tape.gradient(of: loss)[parameters.all[0]].values == [20, 20, 20])
    }

    @Test func `a contribution that two values share is not changed`() {
        let parameters = Parameters(ones: [1], [1])
        let tape = Tape(parameters)
        let (a, b) = (tape.value(of: parameters.all[0]), tape.value(of: parameters.all[1]))
        // Both get the gradient of their sum, then a another one.
        let early = a * 10
        let loss = early + (a + b)
        let gradient = tape.gradient(of: loss)
        #expect(gradient[parameters.all[0]].values == [11])
        #expect(gradient[parameters.all[1]].values == [1])
    }

    @Test func `what the loss does not depend on has no gradient`() {
        let parameters = Parameters(ones: [2], [2])
        let tape = Tape(parameters)
        let x = tape.value(of: parameters.all[0])
        _ = tape.exp(tape.value(of: parameters.all[1]))
        let gradient = tape.gradient(of: tape.sum(tape.detached(x * 3) * x))
        #expect(gradient[parameters.all[0]].values == [3, 3])
        #expect(gradient[parameters.all[1]].values == [0, 0])
    }

    @Test func `a tape that does not record forgets values that nothing uses`() throws {
        let parameters = Parameters(ones: [4])
        let tape = Tape(parameters, recording: false)
        weak var node: Node?
        do {
            let x = tape.value(of: parameters.all[0])
            node = x.node
            #expect(tape.sum(x * 2).value == 8)
        }
        #expect(node == nil)
    }

    @Test func `after the gradient an optimiser changes parameters in place`() {
        var parameters = Parameters(ones: [4])
        let tape = Tape(parameters)
        let loss = tape.sum(tape.value(of: parameters.all[0]))
        let place = parameters.floats
        var sgd = SGD(rate: 1)
        sgd.step(&parameters, tape.gradient(of: loss))
        #expect(parameters.floats == place)
        #expect(loss.value == 4)
    }

    @Test func `a loss of several numbers is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            _ = tape.gradient(of: tape.zeros([2, 3]))
        }
        expectMessage("gradient: 2×3 is not a single number", in: result)
    }

    @Test func `a second gradient is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            let loss = tape.zeros([])
            _ = tape.gradient(of: loss)
            _ = tape.gradient(of: loss)
        }
        expectMessage("this tape does not record, or has run backward", in: result)
    }
}
