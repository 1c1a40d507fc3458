import DeterministicMath
import Foundation
import Testing

@testable import PolicyGradient

/// A long training that is saved in the middle goes on with the same bits.
struct ResumeTests {
    private func restored<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }

    /// The advantages of all batches, with a copy saved and restored before each batch.
    private func survives<Statistics: AdvantageEstimator<Int> & Codable>(_ statistics: Statistics) throws -> Bool {
        let batches = RecordedBatches()
        var (kept, saved) = (statistics, statistics)
        for (prompts, rewards) in zip(batches.prompts, batches.rewards) {
            saved = try restored(saved)
            kept.record(rewards, for: prompts)
            saved.record(rewards, for: prompts)
            let advantages = kept.advantages(of: rewards, for: prompts)
            guard try restored(saved).advantages(of: rewards, for: prompts) == advantages else { return false }
        }
        return true
    }

    @Test func `every estimator resumes with the same bits`() throws {
        #expect(try survives(BatchStatistics<Int>(epsilon: 1e-3)))
        #expect(try survives(IndexedWindowStatistics(length: 8, minimumCount: 4)))
        #expect(try survives(IndexedEMAStatistics(decay: 0.9, minimumCount: 4)))
        #expect(try survives(IndexedGroupStatistics()))
        #expect(try survives(IndexedLeaveOneOutStatistics()))
        #expect(try survives(IndexedGroupMeanStatistics()))
        #expect(try survives(IndexedPersistentMeanStatistics(decay: 0.9)))
        #expect(try survives(IndexedShrinkageStatistics(length: 8)))
        #expect(try survives(IndexedKalmanStatistics(drift: 0.05)))
        #expect(
            try survives(StatisticsByPrompt<Int, _>(numbering: IndexedWindowStatistics(length: 4, minimumCount: 2))))
    }

    @Test(arguments: [StepRule.fixed(size: 0.3), .decaying(size: 1, updates: 10), .adam(size: 1, updates: 10)])
    func `every step rule resumes with the same bits`(rule: StepRule) throws {
        let problem = Problem(seed: 2)
        var generator = Xoshiro256StarStar(training: 2)
        var (kept, saved) = (Optimizer(rule), Optimizer(rule))
        var (policy, copy) = (problem.policy, problem.policy)
        for _ in 0..<10 {
            let prompts = problem.drawBatch(size: 16, using: &generator)
            let samples = policy.samples(for: prompts, using: &generator)
            let advantages = samples.map { _ in generator.normal() }
            policy.update(toward: samples, for: prompts, advantages: advantages, duplicates: .mean, by: &kept)
            saved = try restored(saved)
            copy = try restored(copy)
            copy.update(toward: samples, for: prompts, advantages: advantages, duplicates: .mean, by: &saved)
            #expect(policy == copy)
        }
    }

    @Test func `named prompts are saved in the order of their first reward`() throws {
        var window = WindowStatistics<String>(length: 2, minimumCount: 1)
        window.record([1, 2, 3], for: ["c", "a", "b"])
        let text = String(decoding: try JSONEncoder().encode(window), as: UTF8.self)
        #expect(text.contains(#"["c","a","b"]"#))
        #expect(try restored(window).moments(of: "a") == window.moments(of: "a"))
    }

    @Test(arguments: [
        (#""next":1"#, #""next":2"#), (#""count":1"#, #""count":3"#), (#""length":2"#, #""length":3"#),
        (#""minimumCount":1"#, #""minimumCount":0"#), (#"["a"]"#, #"["a","a"]"#),
    ])
    func `what no window can be is refused`(part: String, replacement: String) throws {
        var window = WindowStatistics<String>(length: 2, minimumCount: 1)
        window.record([1], for: ["a"])
        let text = String(decoding: try JSONEncoder().encode(window), as: UTF8.self)
        #expect(text.contains(part))
        let broken = text.replacingOccurrences(of: part, with: replacement)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(WindowStatistics<String>.self, from: Data(broken.utf8))
        }
    }
}
