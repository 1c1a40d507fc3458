import Autodiff
import DeterministicMath
import Testing

@testable import DarkRoom

struct CellTableTests {
    private let network: ActorCritic = {
        var generator = Xoshiro256StarStar(seed: 1)
        return ActorCritic(
            inputs: 6, features: 16, embedding: .normal(deviation: 1), bias: .normal(deviation: 0.3),
            using: &generator)
    }()

    private static let steps: [(cell: Int, action: Int, advantage: Float, target: Float)] = [
        (2, 0, 0.5, 1), (4, 3, -1, 0.25), (2, 1, 2, -0.5), (5, 4, 0.75, 2), (4, 3, 0.1, 0),
    ]

    /// The loss of the steps, by its formula.
    private func loss(_ network: ActorCritic, valueWeight: Double, entropyWeight: Double) -> Double {
        let numbers = { (parameter: Parameter) in network.parameters[parameter].values.map(Double.init) }
        let (table, bias, heads, headBias) = (
            numbers(network.embedding), numbers(network.bias), numbers(network.heads), numbers(network.headBias)
        )
        return Self.steps.map { step in
            let features = (0..<16).map { max(0, table[step.cell * 16 + $0] + bias[$0]) }
            let outputs = (0..<6).map { head in
                headBias[head] + (0..<16).map { features[$0] * heads[head * 16 + $0] }.sum()
            }
            let total = outputs[..<5].map { exp($0) }.sum()
            let logs = outputs[..<5].map { $0 - log(total) }
            let entropy = -logs.map { exp($0) * $0 }.sum()
            let error = outputs[5] - Double(step.target)
            return -logs[step.action] * Double(step.advantage) + valueWeight * error * error - entropyWeight * entropy
        }.mean()
    }

    @Test(arguments: [(0.0, 0.0), (0.99, 0.0), (0.0, 0.5), (0.99, 0.01)])
    func `the gradient agrees with central differences of the loss`(valueWeight: Double, entropyWeight: Double) {
        var table = CellTable(cellCount: 6, width: 1)
        let share = 1 / Float(Self.steps.count)
        for step in Self.steps {
            let row = table.row(of: step.cell, in: network)
            var slope = table.policies[row].slope(
                step.action, advantage: step.advantage * share, entropyWeight: Float(entropyWeight) * share)
            slope[5] = 2 * Float(valueWeight) * (table.values[row] - step.target) * share
            table.add(slope, to: row)
        }
        var gradient = Gradient(zerosFor: network.parameters)
        table.addGradient(of: network, to: gradient.changeableFloats())
        var largest = 0.0
        for parameter in network.parameters.all {
            let slopes = gradient[parameter].values
            for place in stride(from: 0, to: parameter.shape.count, by: 3) {
                func shifted(by change: Float) -> Double {
                    var network = network
                    var tensor = network.parameters[parameter]
                    tensor.values[place] += change
                    network.parameters[parameter] = tensor
                    return loss(network, valueWeight: valueWeight, entropyWeight: entropyWeight)
                }
                let difference = (shifted(by: 0x1p-10) - shifted(by: -0x1p-10)) / 0x1p-9
                #expect(abs(Double(slopes[place]) - difference) < 2e-4, "\(parameter.name) \(place)")
                largest = max(largest, abs(difference))
            }
        }
        #expect(largest > 0.05)
    }

    @Test func `actions are drawn with their probabilities`() {
        var table = CellTable(cellCount: 6, width: 1)
        let row = table.row(of: 3, in: network)
        let policy = table.policies[row]
        let probabilities = policy.probabilities
        #expect(abs(probabilities.sum() - 1) < 1e-12)
        var generator = Xoshiro256StarStar(seed: 2)
        var counts = [Double](repeating: 0, count: 5)
        for _ in 0..<10_000 { counts[policy.draw(using: &generator)] += 1 }
        for action in 0..<5 {
            // Four standard deviations of a frequency are at most 0.02.
            #expect(abs(counts[action] / 10_000 - probabilities[action]) < 0.02)
            #expect(abs(log(probabilities[action]) - Double(policy.logProbabilities[action])) < 1e-6)
        }
    }

    @Test func `a cell is evaluated once in a window`() {
        var table = CellTable(cellCount: 6, width: 1)
        #expect([5, 1, 5, 0].map { table.row(of: $0, in: network) } == [0, 1, 0, 2])
        table.forget()
        #expect(table.row(of: 0, in: network) == 0)
    }
}
