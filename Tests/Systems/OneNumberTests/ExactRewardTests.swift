import DeterministicMath
import Testing

@testable import OneNumber

struct ExactRewardTests {
    static let cases = [(0.0, 1.0), (0.5, 2), (-3, 1.5), (20, 0.25), (-1e-3, 3.9)].map {
        ExactReward(offset: $0, sigma: $1)
    }

    /// The averages over normal noise z that the formulas state, by the trapezoidal rule, which is exact here to many
    /// digits once the corner of |d + σz| lies on a node.
    private func average(_ reward: ExactReward, _ value: (_ r: Double, _ z: Double) -> Double) -> Double {
        let width = 1.0 / 512
        let corner = -reward.offset / reward.sigma
        let shift = corner - (corner / width).rounded() * width
        return (-5120...5120).map { node in
            let z = Double(node) * width + shift
            let r = -abs(reward.offset + reward.sigma * z)
            return value(r, z) * exp(-z * z / 2) * 0.3989422804014327 * width
        }.sum()
    }

    // The trapezoidal rule's error at a corner of slope 2σ is σ·density·width²/6.
    @Test(arguments: cases)
    func `mean, variance and optimal baseline are the averages they stand for`(reward: ExactReward) {
        #expect(abs(reward.mean - average(reward) { r, _ in r }) < 3e-6)
        let variance = average(reward) { r, _ in (r - reward.mean) * (r - reward.mean) }
        #expect(abs(reward.variance - variance) < 3e-6 * max(1, abs(reward.mean)))
        #expect(abs(reward.optimalBaseline - average(reward) { r, z in r * z * z }) < 3e-6)
    }

    @Test(arguments: cases)
    func `the gradient is the slope of the mean`(reward: ExactReward) {
        let step = 1e-5
        let above = ExactReward(offset: reward.offset + step, sigma: reward.sigma).mean
        let below = ExactReward(offset: reward.offset - step, sigma: reward.sigma).mean
        #expect(abs(reward.gradient - (above - below) / (2 * step)) < 1e-8)
        #expect(reward.naturalGradient == reward.sigma * reward.sigma * reward.gradient)
    }

    @Test(arguments: cases, [-4.0, 0, 2])
    func `sampled score estimates have the exact mean and variance`(reward: ExactReward, baseline: Double) {
        var generator = Xoshiro256StarStar(seed: 11)
        let policy = Policy(parameters: [reward.offset])
        let prompt = Prompt(name: "p", index: 0, slot: 0, sigma: reward.sigma, label: 0)
        let problem = Problem(prompts: [prompt], initialParameters: policy.parameters)
        let estimates = policy.samples(for: prompt, count: 20_000, using: &generator).map { sample in
            (problem.reward(of: sample, for: prompt) - baseline) * policy.score(of: sample, for: prompt)
        }
        let variance = reward.gradientVariance(baseline: baseline)
        #expect(abs(estimates.mean() - reward.gradient) < 4.5 * (variance / 20_000).squareRoot())
        #expect(abs(estimates.sampleVariance() / variance - 1) < 0.15)
    }

    @Test(arguments: cases)
    func `no baseline has less variance than the optimal one`(reward: ExactReward) {
        let best = reward.gradientVariance(baseline: reward.optimalBaseline)
        for change in [-1, -0.1, 0.1, 1] {
            #expect(reward.gradientVariance(baseline: reward.optimalBaseline + change) > best)
        }
    }

    @Test func `without noise the reward is the distance`() {
        let still = ExactReward(offset: -3, sigma: 0)
        #expect(still.mean == -3)
        #expect(still.variance == 0)
        #expect(still.gradient == 1)
        #expect(still.optimalBaseline == -3)
        #expect(ExactReward(offset: 2, sigma: 0).gradient == -1)
        #expect(ExactReward(offset: 0, sigma: 0).gradient == 0)
    }

    @Test func `far from the label noise costs nothing`() {
        let far = ExactReward(offset: 100, sigma: 2)
        #expect(far.mean == -100)
        #expect(far.gradient == -1)
        #expect(abs(far.standardDeviation - 2) < 1e-12)
    }

    @Test(arguments: [(1000.0, 1e-3), (-1e6, 1e-3), (1e8, 2)])
    func `far from the label the variance is that of the noise`(offset: Double, sigma: Double) {
        #expect(abs(ExactReward(offset: offset, sigma: sigma).variance / (sigma * sigma) - 1) < 1e-12)
    }
}
