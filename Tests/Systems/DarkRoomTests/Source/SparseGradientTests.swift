import Autodiff
import DeterministicMath
import Testing

@testable import DarkRoom

struct SparseGradientTests {
    @Test func `steps with touched rows alone are those of the whole gradient`() {
        var generator = Xoshiro256StarStar(seed: 1)
        var network = ActorCritic(
            inputs: 4, features: 16, embedding: .normal(deviation: 1), bias: .zeros, using: &generator)
        var whole = network.parameters
        var sparse = SparseGradient(of: network)
        var (adam, wholeAdam) = (Adam(rate: 0.1), Adam(rate: 0.1))
        for touched: [Int32] in [[2], [0, 3], [3]] {
            var gradient = Gradient(zerosFor: whole)
            let places =
                touched.map { network.embedding.offset + 16 * Int($0) + 5 } + [
                    network.bias.offset, network.headBias.offset,
                ]
            for (index, place) in places.enumerated() {
                sparse.floats()[place] = Float(index + 1)
                gradient.changeableFloats()[place] = Float(index + 1)
            }
            let norm = sparse.step(&adam, &network, touched: touched, clip: 0.5)
            #expect(abs(norm - gradient.norm) < 1e-6)
            gradient.clip(toNorm: 0.5)
            wholeAdam.step(&whole, gradient)
            for parameter in whole.all {
                let pairs = zip(network.parameters[parameter].values, whole[parameter].values)
                #expect(pairs.allSatisfy { abs($0 - $1) < 1e-6 })
            }
        }
    }
}
