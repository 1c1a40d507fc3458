import Advantages
import DeterministicMath
import Foundation
import TestSupport
import Testing

@testable import OneNumber

struct ExactStatisticsTests {
    private let problem = Problem(seed: 4)

    @Test func `advantages are measured against the truth`() {
        let statistics = ExactStatistics(of: problem, under: problem.policy)
        let rewards = problem.prompts.map { _ in -50.0 }
        let expected = problem.prompts.map { prompt in
            let reward = problem.exactReward(for: prompt, under: problem.policy)
            return (-50 - reward.mean) / (reward.standardDeviation + 1e-3)
        }
        #expect(agree(statistics.advantages(of: rewards, for: Array(problem.prompts.indices), epsilon: 1e-3), expected))
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

    @Test func `other loops are refused the truth`() throws {
        let error = #expect(throws: InvalidSetting.self) { try Advantages<Int>(validating: .exact) }
        #expect(error?.description == "advantage is exact; it must be a method that learns from rewards")
        let saved = try JSONEncoder().encode(AdvantageMethod.exact)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(AdvantageMethod.self, from: saved) }
    }

    @Test func `a prompt that the problem does not have is measured against the batch`() {
        let statistics = ExactStatistics(of: problem, under: problem.policy)
        let count = problem.prompts.count
        #expect(statistics.moments(of: count) == nil)
        #expect(
            agree(
                statistics.advantages(of: [1, 3], for: [count, count + 1], epsilon: 0.5),
                [-1 / 1.5, 1 / 1.5]))
    }
}
