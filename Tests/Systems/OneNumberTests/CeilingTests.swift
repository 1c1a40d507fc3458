import DeterministicMath
import Testing

@testable import OneNumber

struct CeilingTests {
    private func problem(_ values: [(slot: Int, sigma: Double, label: Double)]) -> Problem {
        Problem(
            prompts: values.enumerated().map { index, value in
                Prompt(name: "p\(index)", index: index, slot: value.slot, sigma: value.sigma, label: value.label)
            },
            initialParameters: [50, 60, 70]
        )
    }

    @Test func `a prompt alone loses the mean size of its noise`() {
        let ceiling = problem([(0, 2, 10), (1, 0, 20)]).ceiling
        #expect(abs(ceiling.value + 2 * 0.7978845608028654 / 2) < 1e-15)
        #expect(ceiling.value == ceiling.withoutCollisions)
        #expect(ceiling.policy.parameters == [10, 20, 70])
    }

    @Test func `two equally noisy prompts meet in the middle`() {
        let ceiling = problem([(0, 3, 10), (0, 3, 16)]).ceiling
        #expect(abs(ceiling.policy.parameters[0] - 13) < 1e-12)
        #expect(abs(ceiling.value - ExactReward(offset: 3, sigma: 3).mean) < 1e-12)
    }

    @Test func `two prompts divide their distance in the ratio of their noise`() {
        // erf(θ/√2) = erf((4 - θ)/(3√2)) at θ = 1.
        let ceiling = problem([(0, 1, 0), (0, 3, 4)]).ceiling
        #expect(abs(ceiling.policy.parameters[0] - 1) < 1e-12)
    }

    @Test func `without noise any place between two labels is best, and the median of three`() {
        #expect(problem([(0, 0, 0), (0, 0, 10)]).ceiling.value == -5)
        #expect(abs(problem([(0, 0, 0), (0, 0, 10), (0, 0, 4)]).ceiling.policy.parameters[0] - 4) < 1e-12)
    }

    @Test func `no other parameter is better`() {
        let problem = Problem(seed: 3)
        let ceiling = problem.ceiling
        #expect(!problem.collisions.isEmpty)
        #expect(abs(problem.expectedReward(under: ceiling.policy) - ceiling.value) < 1e-15)
        for slot in Set(problem.prompts.map(\.slot)) {
            for step in [-0.5, -1e-3, 1e-3, 0.5] {
                var policy = ceiling.policy
                policy.parameters[slot] += step
                #expect(problem.expectedReward(under: policy) <= ceiling.value + 1e-12)
            }
        }
    }

    @Test func `over many problems the ceiling is near minus four, and near minus 1.6 without collisions`() {
        let ceilings = (0..<600).map { Problem(seed: $0).ceiling }
        // -3.9 ± 2.0 and -E[σ]√(2/π) = -1.59 in the original's problems.
        #expect(abs(ceilings.map(\.value).mean() + 3.9) < 0.35)
        #expect(abs(ceilings.map(\.value).sampleStandardDeviation() - 2) < 0.25)
        #expect(abs(ceilings.map(\.withoutCollisions).mean() + 1.594) < 0.02)
    }
}
