import Autodiff
import DeterministicMath
import Testing

@testable import DarkRoom

struct ActorCriticTests {
    private let network: ActorCritic = {
        var generator = Xoshiro256StarStar(seed: 1)
        return ActorCritic(
            inputs: 5, features: 32, embedding: .normal(deviation: 1), bias: .normal(deviation: 0.3), using: &generator)
    }()

    private let fixed = (0..<2).map { lane in SIMD16<Float>((0..<16).map { Float($0 - 7 + lane) / 8 }) }

    private func evaluate(_ network: ActorCritic, _ features: inout [SIMD16<Float>]) -> SIMD8<Float> {
        features.withUnsafeMutableBufferPointer { features in
            fixed.withUnsafeBufferPointer {
                network.evaluate([1, 4, 2], fixed: $0.baseAddress!, features: features.baseAddress!)
            }
        }
    }

    @Test func `embeddings, a fixed row and the bias add up before the ReLU`() {
        var features = [SIMD16<Float>](repeating: .zero, count: 2)
        let outputs = evaluate(network, &features)
        let table = network.parameters[network.embedding].values
        let bias = network.parameters[network.bias].values
        let hidden: [Float] = (0..<32).map { feature in
            var sum: Float = bias[feature] + fixed[feature / 16][feature % 16]
            for input in [1, 4, 2] { sum += table[input * 32 + feature] }
            return max(0, sum)
        }
        let heads = network.parameters[network.heads].values
        for head in 0..<6 {
            var sum: Float = network.parameters[network.headBias].values[head]
            for feature in 0..<32 { sum += hidden[feature] * heads[head * 32 + feature] }
            #expect(abs(outputs[head] - sum) < 1e-5)
        }
    }

    @Test func `the gradient of an output agrees with central differences`() {
        let slope: SIMD8<Float> = [1, -2, 0.5, 0, 3, -1, 0, 0]
        var features = [SIMD16<Float>](repeating: .zero, count: 2)
        _ = evaluate(network, &features)
        var gradient = Gradient(zerosFor: network.parameters)
        features.withUnsafeBufferPointer {
            network.addGradient(
                [1, 4, 2], features: $0.baseAddress!, slope: slope, to: gradient.changeableFloats())
        }
        for parameter in network.parameters.all {
            for place in stride(from: 0, to: parameter.shape.count, by: 7) {
                func value(_ change: Float) -> Float {
                    var changed = network
                    var tensor = changed.parameters[parameter]
                    tensor.values[place] += change
                    changed.parameters[parameter] = tensor
                    return (evaluate(changed, &features) * slope).sum()
                }
                let difference = (value(0x1p-7) - value(-0x1p-7)) / 0x1p-6
                #expect(abs(gradient[parameter].values[place] - difference) < 2e-3, "\(parameter.name) \(place)")
            }
        }
    }

    @Test func `a forgotten value is 0, and the logits stay`() {
        var features = [SIMD16<Float>](repeating: .zero, count: 2)
        var changed = network
        changed.forgetValue()
        let (before, after) = (evaluate(network, &features), evaluate(changed, &features))
        #expect(before[5] != 0)
        #expect(after[5] == 0)
        #expect((0..<5).allSatisfy { before[$0] == after[$0] })
    }

    @Test func `fewer inputs are the same network on what is left`() {
        let smaller = network.withInputs(3)
        var features = [SIMD16<Float>](repeating: .zero, count: 2)
        let one = features.withUnsafeMutableBufferPointer { smaller.evaluate([0, 2], features: $0.baseAddress!) }
        let other = features.withUnsafeMutableBufferPointer { network.evaluate([0, 2], features: $0.baseAddress!) }
        #expect(one == other)
    }
}
