import DeterministicMath
import Foundation
import TestSupport
import Testing

@testable import OneNumber

struct OptimizerTests {
    private let prompts = [
        Prompt(name: "a", index: 0, slot: 0, sigma: 1, label: 0),
        Prompt(name: "b", index: 1, slot: 1, sigma: 1, label: 0),
    ]

    /// The parameters after each of three updates in the directions 6, -4 and 1 for slot 0, and none for slot 1.
    private func path(_ rule: StepRule) -> [[Double]] {
        var optimizer = Optimizer(rule)
        var policy = Policy(parameters: [10, 20])
        return [6.0, -4, 1].map { direction in
            let sample = policy.parameters[0] + direction
            policy.update(toward: [sample], for: [prompts[0]], advantages: [1], by: &optimizer)
            return policy.parameters
        }
    }

    @Test func `a rule without a number of updates falls over all updates of the run`() throws {
        let problem = Problem(seed: 3)
        for (size, updates) in [(nil, 20), (16, 320), (100, 60)] as [(Int?, Int)] {
            func run(_ step: StepRule) throws -> RunHistory {
                try problem.run(settings: RunSettings(epochs: 20, trainBatchSize: size, step: step), seed: 3)
            }
            #expect(try run(.adam(size: 0.5)).digest == run(.adam(size: 0.5, updates: updates)).digest)
            #expect(try run(.decaying(size: 0.1)).digest != run(.fixed(size: 0.1)).digest)
        }
    }

    @Test func `a fixed step goes its size of the way`() {
        #expect(path(.fixed()) == [[16, 20], [12, 20], [13, 20]])
        #expect(path(.fixed(size: 0.5)) == [[13, 20], [11, 20], [11.5, 20]])
    }

    @Test func `a decaying step falls in a straight line to nothing`() {
        #expect(path(.decaying(size: 1, updates: 2)) == [[16, 20], [14, 20], [14, 20]])
        #expect(StepRule.decaying(size: 3, updates: 10).size(at: 5) == 1.5)
        #expect(StepRule.decaying(size: 3, updates: 10).size(at: 50) == 0)
    }

    @Test func `Adam agrees with its formula`() {
        var expected: [[Double]] = []
        var (theta, m, v) = (10.0, 0.0, 0.0)
        for (t, g) in [(1.0, 6.0), (2, -4), (3, 1)] {
            m = 0.9 * m + 0.1 * g
            v = 0.999 * v + 0.001 * g * g
            let (first, second) = (1 - power(0.9, t), 1 - power(0.999, t))
            theta += 2 * (1 - (t - 1) / 4) * (m / first) / ((v / second).squareRoot() + 1e-8)
            expected.append([theta, 20])
        }
        for (ours, theirs) in zip(path(.adam(size: 2, updates: 4)), expected) {
            #expect(agree(ours, theirs))
        }
    }

    @Test func `Adam's first step has its size, whatever the direction's`() {
        for direction in [1e-3, 1, 1e6] {
            var optimizer = Optimizer(.adam(size: 2))
            var policy = Policy(parameters: [0, 0])
            policy.update(toward: [-direction], for: [prompts[1]], advantages: [1], by: &optimizer)
            #expect(abs(policy.parameters[1] + 2) < 1e-4)
            #expect(policy.parameters[0] == 0)
        }
    }

    @Test(arguments: [
        (StepRule.fixed(size: 0), "step size is 0.0; it must be positive and finite"),
        (.decaying(size: .infinity), "step size is inf; it must be positive and finite"),
        (.adam(size: .nan), "step size is nan; it must be positive and finite"),
        (.adam(updates: 0), "step updates is 0; it must be at least 1"),
    ])
    func `a rule that makes no sense is named with its value`(rule: StepRule, message: String) {
        let error = #expect(throws: TrainingError.self) {
            try Run(of: Problem(seed: 1), settings: RunSettings(step: rule), seed: 1)
        }
        #expect(error?.description == message)
    }

    private func power(_ base: Double, _ exponent: Double) -> Double {
        (0..<Int(exponent)).reduce(1) { product, _ in product * base }
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
            saved = try JSONDecoder().decode(Optimizer.self, from: JSONEncoder().encode(saved))
            copy = try JSONDecoder().decode(Policy.self, from: JSONEncoder().encode(copy))
            copy.update(toward: samples, for: prompts, advantages: advantages, duplicates: .mean, by: &saved)
            #expect(policy == copy)
        }
    }
}
