import Autodiff
import DeterministicMath
import Testing

@testable import DarkRoom

struct GoalTuningTests {
    private let room = Room(rows: 5, columns: 5, episodeLength: 10)

    private func explorer() -> Explorer {
        var generator = Xoshiro256StarStar(seed: 3)
        return Explorer(in: room, features: 32, using: &generator)
    }

    @Test func `until the first reward nothing is learnt, and then the goal is`() throws {
        let goal = Goal.cell(3)
        var settings = TuningSettings()
        settings.episodes = 600
        var tuning = GoalTuning(of: explorer(), goal: goal, seed: 1, stream: 0, settings: settings)
        var returns: [Double] = []
        for episode in 0..<settings.episodes {
            let steps = tuning.episode()
            #expect(steps.map(\.time) == Array(0..<10))
            returns.append(Double(steps.reduce(0) { $0 + $1.reward }))
            #expect((tuning.firstReward == nil) == (returns.allSatisfy { $0 == 0 }))
            if let first = tuning.firstReward, first == episode { #expect(returns[first] > 0) }
        }
        let optimum = Double(room.optimalReturn(for: goal))
        #expect(try #require(tuning.firstReward) < 60)
        #expect(returns.suffix(50).mean() > 0.85 * optimum)
        #expect(returns.prefix(50).mean() < 0.5 * optimum)
    }

    @Test func `before the first reward an agent has the explorer's own probabilities`() {
        let explorer = explorer()
        // A door without its key: no reward, ever.
        var tuning = GoalTuning(of: explorer, goal: .keyAndDoor(key: 99, door: 0), seed: 1, stream: 0)
        var map = SeenMap(of: room)
        for _ in 0..<3 {
            for step in tuning.episode() {
                var inputs: [Int32] = []
                Explorer.appendInputs(cell: step.cell, time: step.time, map: map, in: room, to: &inputs)
                var features = [SIMD16<Float>](repeating: .zero, count: 2)
                let outputs = features.withUnsafeMutableBufferPointer {
                    explorer.network.evaluate(inputs, features: $0.baseAddress!)
                }
                let expected = ActionDistribution(logits: outputs).logProbabilities[step.action.index]
                #expect(abs(step.logProbability - expected) < 1e-5)
                _ = map.see(room.cell(after: step.action, from: step.cell))
            }
        }
        #expect(tuning.firstReward == nil)
    }
}
