import DeterministicMath
import TestSupport
import Testing

@testable import Autodiff

@Suite struct ParametersTests {
    @Test func `parameters lie apart and keep their numbers`() {
        var generator = SplitMix64(seed: 1)
        var parameters = Parameters()
        let a = parameters.add("a", [3, 5], .ones, using: &generator)
        let b = parameters.add("b", [], .zeros, using: &generator)
        let c = parameters.add("c", [17], .ones, using: &generator)
        parameters[b] = Tensor([], [7])
        #expect(parameters.count == 33)
        #expect(parameters.all == [a, b, c])
        #expect(parameters[a].values == [Float](repeating: 1, count: 15))
        #expect(parameters[b].values == [7])
        #expect(parameters[c].values == [Float](repeating: 1, count: 17))
    }

    @Test func `parameters that were reserved are added without moving those that are there`() {
        var generator = SplitMix64(seed: 1)
        var parameters = Parameters()
        parameters.reserve(40, in: 3)
        let first = parameters.add("first", [7], .ones, using: &generator)
        let place = parameters.floats
        for (name, shape) in [("second", [20] as Shape), ("third", [13])] {
            _ = parameters.add(name, shape, .ones, using: &generator)
            #expect(parameters.floats == place)
        }
        #expect(parameters[first].values == [Float](repeating: 1, count: 7))
    }

    @Test func `a copy does not change with the original`() {
        var parameters = Parameters(ones: [2])
        let copy = parameters
        parameters[parameters.all[0]].values[1] = 5
        #expect(parameters[parameters.all[0]].values == [1, 5])
        #expect(copy[parameters.all[0]].values == [1, 1])
    }

    @Test func `a tensor of another shape is named with both shapes`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var parameters = Parameters(ones: [2, 3])
            parameters[parameters.all[0]] = Tensor([3, 2], [1, 2, 3, 4, 5, 6])
        }
        expectMessage("0: 2×3 can not become 3×2", in: result)
    }

    @Test func `another model's parameter is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Parameters(ones: [2, 3])[Parameters(ones: [3, 2]).all[0]]
        }
        expectMessage("0 is not of these parameters", in: result)
    }

    @Test func `a second parameter of a name is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var generator = SplitMix64(seed: 1)
            var parameters = Parameters(ones: [2, 3])
            _ = parameters.add("0", [1], .zeros, using: &generator)
        }
        expectMessage("two parameters are named 0", in: result)
    }
}
