import TestSupport
import Testing

@testable import Autodiff

@Suite struct GradientTests {
    /// The gradient (3, 0, 4) of one parameter.
    private let parameters = Parameters(ones: [3])

    private func gradient() -> Gradient {
        let tape = Tape(parameters)
        return tape.gradient(of: tape.sum(tape.value(of: parameters.all[0]) * [3, 0, 4]))
    }

    @Test func `the norm is that of all numbers`() {
        #expect(gradient().norm == 5)
    }

    @Test func `clipping shortens a long gradient and leaves a short one`() {
        var clipped = gradient()
        clipped.clip(toNorm: 1)
        #expect(clipped[parameters.all[0]].values == [3 * 0.2, 0, 4 * 0.2])
        var kept = gradient()
        kept.clip(toNorm: 5)
        #expect(kept[parameters.all[0]].values == [3, 0, 4])
    }

    @Test func `a copy does not change with the original`() {
        var clipped = gradient()
        let copy = clipped
        clipped.clip(toNorm: 1)
        #expect(copy.norm == 5)
    }

    @Test func `a limit below zero is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var gradient = Gradient(zerosFor: Parameters(ones: [3]))
            gradient.clip(toNorm: -1)
        }
        expectMessage("a gradient can not be clipped to a norm of -1.0", in: result)
    }

    @Test func `an optimiser refuses a gradient of other parameters`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var parameters = Parameters(ones: [30])
            var sgd = SGD(rate: 1)
            sgd.step(&parameters, Gradient(zerosFor: Parameters(ones: [3])))
        }
        expectMessage("a gradient or an optimiser of other parameters", in: result)
    }

    @Test func `another model's parameter is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = GradientTests().gradient()[Parameters(ones: [2]).all[0]]
        }
        expectMessage("0 is not of these parameters", in: result)
    }
}
