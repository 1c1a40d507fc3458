import DeterministicMath
import TestSupport
import Testing

@testable import Advantages

struct EMATests {
    @Test(arguments: [(0.5, 1), (0.9, 4), (0.97, 16)])
    func `advantages agree with the literal formula`(decay: Double, minimumCount: Int) {
        let batches = RecordedBatches()
        var average = Advantages<Int>(.ema(decay: decay, minimumCount: minimumCount), epsilon: 1e-3)
        for (epoch, (prompts, rewards)) in zip(batches.prompts, batches.rewards).enumerated() {
            average.record(rewards, for: prompts)
            let expected = zip(rewards, prompts).map { reward, prompt in
                let remembered = batches.history(of: prompt, through: epoch)
                guard remembered.count >= minimumCount else {
                    return literalAdvantage(reward, among: rewards, weights: ones(rewards.count), epsilon: 1e-3)
                }
                var weights = ones(remembered.count)
                for place in weights.indices.dropLast().reversed() {
                    weights[place] = weights[place + 1] * decay
                }
                return literalAdvantage(reward, among: remembered, weights: weights, epsilon: 1e-3)
            }
            #expect(agree(average.advantages(of: rewards, for: prompts), expected))
        }
    }

    @Test func `the first reward counts fully`() {
        var average = Advantages<Int>(.ema(decay: 0.9, minimumCount: 1))
        average.record([-40], for: [1])
        #expect(average.moments(of: 1) == Moments(count: 1, mean: -40, variance: 0))
        #expect(average.moments(of: 0) == nil)
        #expect(Array(average.prompts) == [1])
    }
}
