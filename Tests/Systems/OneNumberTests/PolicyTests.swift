import DeterministicMath
import Testing

@testable import OneNumber

struct PolicyTests {
    private let policy = Policy(parameters: [5, 8])
    private let prompt = Prompt(name: "p", index: 0, slot: 1, sigma: 2, label: 3)

    @Test func `an answer is the mean plus the spread times the noise`() {
        #expect(policy.mean(of: prompt) == 8)
        #expect(policy.sample(for: prompt, noise: -1.5) == 5)
    }

    @Test func `samples have the policy's mean and spread`() {
        var generator = Xoshiro256StarStar(seed: 1)
        let samples = policy.samples(for: prompt, count: 20_000, using: &generator)
        #expect(abs(samples.mean() - 8) < 5 * 2 / 141)
        #expect(abs(samples.standardDeviation() - 2) < 5 * 2 / 200)
    }

    @Test func `answers to a batch are the answers one by one`() {
        var generator = Xoshiro256StarStar(seed: 1)
        var again = generator
        let batch = policy.samples(for: [prompt, prompt, prompt], using: &generator)
        #expect(batch == policy.samples(for: prompt, count: 3, using: &again))
    }

    @Test func `the density integrates to one and peaks at the mean`() {
        let width = 0.01
        let integral = (-1500...1500).map { policy.density(of: 8 + Double($0) * width, for: prompt) }.sum() * width
        #expect(abs(integral - 1) < 1e-12)
        #expect(abs(policy.density(of: 8, for: prompt) - 0.19947114020071635) < 1e-16)
    }

    @Test func `without noise the density is a point`() {
        let still = Prompt(name: "still", index: 0, slot: 0, sigma: 0, label: 3)
        #expect(policy.density(of: 5, for: still) == .infinity)
        #expect(policy.density(of: 5.1, for: still) == 0)
        #expect(policy.sample(for: still, noise: 3) == 5)
    }

    @Test func `the score is the slope of the log density`() {
        let step = 1e-6
        let (above, below) = (Policy(parameters: [5, 8 + step]), Policy(parameters: [5, 8 - step]))
        let slope = (log(above.density(of: 9.3, for: prompt)) - log(below.density(of: 9.3, for: prompt))) / (2 * step)
        #expect(abs(policy.score(of: 9.3, for: prompt) - slope) < 1e-8)
    }
}
