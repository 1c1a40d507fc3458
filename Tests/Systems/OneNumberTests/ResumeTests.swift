import DeterministicMath
import Foundation
import Testing

@testable import OneNumber

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
            try survives(StatisticsByPrompt<Int, _>(numbering: IndexedWindowStatistics(length: 12, minimumCount: 2))))
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
        (#""next":1"#, #""next":0"#), (#""length":2"#, #""length":4611686018427387904"#),
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

    /// What was saved of statistics, with a part of the text exchanged.
    private func broken(_ statistics: some Codable, _ part: String, _ replacement: String) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(statistics), as: UTF8.self)
        #expect(text.contains(part), "\(text)")
        return Data(text.replacingOccurrences(of: part, with: replacement).utf8)
    }

    @Test(arguments: [
        (#""decay":0.5"#, #""decay":7"#), (#""minimumCount":3"#, #""minimumCount":0"#),
        (#""epsilon":1e-07"#, #""epsilon":-1"#),
        (#""weight":1"#, #""weight":0"#), (#""squares":0"#, #""squares":-1"#),
    ])
    func `what no average can be is refused`(part: String, replacement: String) throws {
        var averages = IndexedEMAStatistics(decay: 0.5, minimumCount: 3)
        averages.record([5], for: [0])
        let data = try broken(averages, part, replacement)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(IndexedEMAStatistics.self, from: data) }
    }

    @Test(arguments: [
        (#""drift":0.5"#, #""drift":0"#), (#""minimumCount":4"#, #""minimumCount":1"#),
        (#""uncertainty":1"#, #""uncertainty":-1"#),
    ])
    func `what no filter can be is refused`(part: String, replacement: String) throws {
        var filters = IndexedKalmanStatistics(drift: 0.5)
        filters.record([5], for: [0])
        let data = try broken(filters, part, replacement)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(IndexedKalmanStatistics.self, from: data) }
    }

    @Test func `what no shrinkage and no persistent mean can be is refused`() throws {
        let shrinkage = try broken(IndexedShrinkageStatistics(length: 8), #""priorCount":1"#, #""priorCount":-1"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(IndexedShrinkageStatistics.self, from: shrinkage)
        }
        let persistent = try broken(
            IndexedPersistentMeanStatistics(decay: 0.5), #""baselines":[]"#, #""baselines":[1]"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(IndexedPersistentMeanStatistics.self, from: persistent)
        }
    }

    @Test func `statistics of more prompts than there are names are refused`() throws {
        var window = WindowStatistics<String>(length: 2, minimumCount: 1)
        window.record([1, 2], for: ["a", "b"])
        let data = try broken(window, #"["a","b"]"#, #"["a"]"#)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(WindowStatistics<String>.self, from: data) }
    }
}
