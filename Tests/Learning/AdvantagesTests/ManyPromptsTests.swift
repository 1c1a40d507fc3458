import DeterministicMath
import Testing

@testable import Advantages

/// What a batch costs does not depend on how many prompts were seen before. (`Benchmarks` has the times.)
struct ManyPromptsTests {
    /// A million prompts of one reward each, which count how often they are asked about.
    private final class Prompts: PromptStatistics, @unchecked Sendable {
        var questions = 0
        let minimumCount = 1
        let promptCount = 1_000_000

        func record(_ rewards: [Double], for prompts: [Int]) {}

        func moments(of prompt: Int) -> Moments? {
            questions += 1
            return Moments(count: 1, mean: Double(prompt), variance: 1)
        }
    }

    private let batch = (0..<64).map { ($0 * 977_777) % 1_000_000 }

    @Test func `a batch asks about its own prompts only`() {
        let prompts = Prompts()
        let advantages = prompts.advantages(of: batch.map { Double($0) + 3 }, for: batch, epsilon: 0.5)
        #expect(advantages == batch.map { _ in 2 })
        #expect(prompts.questions == 64)
    }

    @Test func `what all prompts have in common is summed up anew around the batch only`() {
        let prompts = Prompts()
        var population = Population()
        population.update(Array(0..<prompts.promptCount), of: prompts.promptCount, moments: prompts.moments)
        #expect(prompts.questions == prompts.promptCount)
        #expect(population.mean == 499_999.5)
        prompts.questions = 0
        population.update(batch, of: prompts.promptCount, moments: prompts.moments)
        #expect(prompts.questions <= 64 * 64)
    }

    @Test func `sums of parts are the sums of all`() {
        var generator = Xoshiro256StarStar(seed: 12)
        let known = (0..<1000).map { prompt -> Moments? in
            guard prompt % 17 > 0 else { return nil }
            return Moments(
                count: 1 + generator.integer(below: 9), mean: 1e6 + generator.normal(), variance: generator.uniform())
        }
        var (whole, stepwise) = (Population(), Population())
        whole.update(Array(0..<1000), of: 1000) { known[$0] }
        for start in stride(from: 0, to: 1000, by: 50) {
            stepwise.update(Array(start..<start + 50), of: start + 50) { known[$0] }
        }
        #expect(whole == stepwise)
        let moments = known.compactMap(\.self)
        let total = moments.map { Double($0.count) }.sum()
        let mean = moments.map { Double($0.count) * $0.mean }.sum() / total
        let within = moments.map { Double($0.count) * $0.variance }.sum() / (total - Double(moments.count))
        #expect(abs(whole.mean - mean) < 1e-9 && abs(whole.within! / within - 1) < 1e-12)
        #expect(abs(whole.between - 1) < 0.2)
    }
}
