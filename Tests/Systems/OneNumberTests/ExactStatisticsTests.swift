import DeterministicMath
import Testing

@testable import OneNumber

struct ExactStatisticsTests {
    private let problem = Problem(seed: 4)

    @Test func `advantages are measured against the truth`() {
        let statistics = ExactStatistics(of: problem, under: problem.policy, epsilon: 1e-3)
        let rewards = problem.prompts.map { _ in -50.0 }
        let expected = problem.prompts.map { prompt in
            let reward = problem.exactReward(for: prompt, under: problem.policy)
            return (-50 - reward.mean) / (reward.standardDeviation + 1e-3)
        }
        #expect(agree(statistics.advantages(of: rewards, for: Array(problem.prompts.indices)), expected))
    }

    @Test func `in a run the truth follows the policy`() throws {
        let settings = RunSettings(epochs: 20, advantage: .exact, recordsPromptStatistics: true)
        var run = try Run(of: problem, settings: settings, seed: 1)
        for _ in 0..<20 {
            let policy = run.policy
            try run.step()
            let known = run.history.promptStatistics.last!.map { $0!.mean }
            #expect(known == problem.prompts.map { problem.exactReward(for: $0, under: policy).mean })
        }
    }

    @Test func `without a policy it knows no prompt`() {
        let estimator = AdvantageMethod.exact.estimator(epsilon: 1e-7)
        #expect(estimator.moments(of: 0) == nil)
        #expect(agree(estimator.advantages(of: [1, 3], for: [0, 1]), [-1 / (1 + 1e-7), 1 / (1 + 1e-7)]))
    }
}
