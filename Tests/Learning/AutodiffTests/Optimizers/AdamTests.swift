import Foundation
import TestSupport
import Testing

@testable import Autodiff

/// Where PyTorch's optimisers went along the same gradients: `Fixtures/optimizers.py`.
struct RecordedPaths: Decodable {
    var gradients: [[Float]]
    var momentum: [[Float]]
    var adam: [[Float]]
    var adamW: [[Float]]

    init() throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/optimizers", withExtension: "json"))
        self = try JSONDecoder().decode(RecordedPaths.self, from: Data(contentsOf: url))
    }

    func expectPath(_ expected: [[Float]], of optimizer: some Optimizer) {
        var optimizer = optimizer
        var parameters = Parameters(ones: [3])
        let theta = parameters.all[0]
        parameters[theta].values = [1, -2, 3]
        for (numbers, place) in zip(gradients, expected) {
            var gradient = Gradient(zerosFor: parameters)
            for (i, number) in numbers.enumerated() { gradient.changeableFloats()[i] = number }
            optimizer.step(&parameters, gradient)
            for (ours, theirs) in zip(parameters[theta].values, place) {
                #expect(abs(ours - theirs) < 2e-6)
            }
        }
    }
}

@Suite struct AdamTests {
    @Test func `Adam goes where PyTorch's goes`() throws {
        let recorded = try RecordedPaths()
        recorded.expectPath(recorded.adam, of: Adam(rate: 0.1, betas: (0.8, 0.99), epsilon: 1e-6))
    }

    @Test func `AdamW goes where PyTorch's goes`() throws {
        let recorded = try RecordedPaths()
        recorded.expectPath(recorded.adamW, of: Adam(rate: 0.1, weightDecay: 0.3))
    }

    @Test func `an optimiser of smaller parameters is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var adam = Adam()
            for count in [3, 300] {
                var parameters = Parameters(ones: [count])
                adam.step(&parameters, Gradient(zerosFor: parameters))
            }
        }
        expectMessage("a gradient or an optimiser of other parameters", in: result)
    }

    @Test func `betas of one are refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Adam(betas: (0.9, 1))
        }
        expectMessage("Adam: betas of (0.9, 1.0) are not in [0, 1)", in: result)
    }

    @Test func `a copy of an optimiser has its own memory`() {
        let start = Parameters(ones: [1])
        var gradient = Gradient(zerosFor: start)
        gradient.changeableFloats()[0] = 1
        var adam = Adam(rate: 0.1)
        var parameters = start
        adam.step(&parameters, gradient)
        let copy = adam
        func nextPlace(_ optimizer: Adam) -> [Float] {
            var (optimizer, parameters) = (optimizer, parameters)
            optimizer.step(&parameters, gradient)
            optimizer.step(&parameters, gradient)
            return parameters[parameters.all[0]].values
        }
        #expect(nextPlace(adam) == nextPlace(copy))
    }
}
