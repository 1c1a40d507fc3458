import TestSupport
import Testing

@testable import Autodiff

@Suite struct SGDTests {
    /// Steps on ½θ², whose gradient is θ, from θ = 1.
    private func path(_ sgd: SGD, steps: Int) -> [Float] {
        var parameters = Parameters(ones: [1])
        var sgd = sgd
        return (0..<steps).map { _ in
            let tape = Tape(parameters)
            let loss = tape.sum(tape.squared(tape.value(of: parameters.all[0]))) * 0.5
            sgd.step(&parameters, tape.gradient(of: loss))
            return parameters[parameters.all[0]].values[0]
        }
    }

    @Test func `a step goes down the gradient`() {
        #expect(path(SGD(rate: 0.5), steps: 3) == [0.5, 0.25, 0.125])
    }

    @Test func `momentum keeps a part of the last direction`() {
        // v = 1, then 0.5 + 0.5, then -0.5 + 0 + 0.5
        #expect(path(SGD(rate: 0.5, momentum: 0.5), steps: 3) == [0.5, 0, -0.25])
    }

    @Test func `momentum goes where PyTorch's goes`() throws {
        let recorded = try RecordedPaths()
        recorded.expectPath(recorded.momentum, of: SGD(rate: 0.1, momentum: 0.9))
    }

    @Test func `momentum of smaller parameters is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var sgd = SGD(rate: 1, momentum: 0.5)
            for count in [3, 300] {
                var parameters = Parameters(ones: [count])
                sgd.step(&parameters, Gradient(zerosFor: parameters))
            }
        }
        expectMessage("a gradient or an optimiser of other parameters", in: result)
    }

    @Test func `a copy of an optimiser remembers its own direction`() {
        var parameters = Parameters(ones: [1])
        var gradient = Gradient(zerosFor: parameters)
        gradient.changeableFloats()[0] = 1
        var sgd = SGD(rate: 1, momentum: 1)
        sgd.step(&parameters, gradient)
        var copy = sgd
        var copiedParameters = parameters
        sgd.step(&parameters, gradient)
        copy.step(&copiedParameters, gradient)
        #expect(parameters[parameters.all[0]].values == [-2])
        #expect(copiedParameters[parameters.all[0]].values == [-2])
    }
}
