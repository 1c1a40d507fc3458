import TestSupport
import Testing

@testable import Autodiff

@Suite struct ObjectiveTests {
    @Test func `the gradient is the one that was computed by hand, times what comes after`() {
        let parameters = Parameters(ones: [2])
        let theta = parameters.all[0]
        let tape = Tape(parameters)
        let x = tape.value(of: theta) * [3, 5]
        let loss = tape.objective(x) { x in (x[0] * x[1], [x[1], x[0]]) } * 2
        #expect(loss.value == 30)
        #expect(tape.gradient(of: loss)[theta].values == [30, 30])
    }

    @Test func `a gradient of another count is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            _ = tape.objective(tape.zeros([3])) { _ in (0, [1]) }
        }
        expectMessage("objective: 3 has a gradient of 1 numbers", in: result)
    }
}
