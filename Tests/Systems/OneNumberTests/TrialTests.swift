import DeterministicMath
import Testing

@testable import OneNumber

struct TrialTests {
    private let settings = RunSettings(epochs: 120, batchSize: 64)

    @Test func `a trial's runs and ceilings are those of its seeds`() async throws {
        let tried = try await trial("window", seeds: [3, 1], settings)
        #expect(tried.histories == (try await runs(seeds: [3, 1], settings: settings)))
        #expect(tried.ceilings == [3, 1].map { Problem(seed: $0).ceiling.value })
        #expect(tried.finals == tried.histories.map(\.finalReward))
        #expect(tried.gaps == zip(tried.ceilings, tried.finals).map { $0 - $1 })
    }

    @Test func `gap and regret are what was lost, the gain what one trial has more than another`() {
        func history(_ rewards: [Double]) -> RunHistory {
            var history = RunHistory(parameters: [])
            history.meanRewards = rewards
            return history
        }
        func constant(_ reward: Double) -> [Double] { [Double](repeating: reward, count: 50) }
        let better = Trial("better", [-8, -4].map { history(constant(-20) + constant($0)) }, ceilings: [-2, -3])
        let worse = Trial("worse", [-9, -5].map { history(constant(-20) + constant($0)) }, ceilings: [-2, -3])
        #expect(better.gaps == [6, 1])
        #expect(better.gap.mean == 3.5)
        #expect(better.regret.mean == 10.5)
        #expect(better.gain(over: worse).mean == 1)
        #expect(better.gain(over: worse).margin == 0)
        #expect(better.rise(since: 50).mean == 14)
        #expect(better.meanRewards.first == -20 && better.meanRewards.last == -6)
    }

    @Test func `the losses of prompts add up to the gap of their policy`() throws {
        let problem = Problem(seed: 7)
        let policy = try problem.run(settings: settings, seed: 7).policy
        let losses = problem.losses(under: policy)
        #expect(losses.map(\.prompt) == problem.prompts)
        #expect(losses.filter(\.isShared).count == problem.collisions.joined().count)
        #expect(losses.allSatisfy { $0.isShared || $0.value >= 0 })
        let gap = problem.ceiling.value - problem.expectedReward(under: policy)
        #expect(abs(losses.map(\.value).mean() - gap) < 1e-12)
    }
}
