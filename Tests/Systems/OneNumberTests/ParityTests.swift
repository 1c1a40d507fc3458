import Advantages
import DeterministicMath
import Foundation
import Testing

@testable import OneNumber

/// A run of the original program, number by number: parity/README.md gives the format.
private struct RecordedRun: Decodable {
    struct Epoch: Decodable {
        var prompt: [Int]
        var noise: [Double]
        var sample: [Double]
        var reward: [Double]
        var advantage: [Double]
        var meanReward: Double
        var stdReward: Double
    }

    var bufferSize: Int
    var minimumCount: Int
    var epsilon: Double
    var prompts: [String]
    var parameterIndex: [Int]
    var sampleStd: [Double]
    var label: [Double]
    var initialParameters: [Double]
    var finalParameters: [Double]
    var trace: [Epoch]

    init(named name: String) throws {
        let file = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"))
        self = try JSONDecoder().decode(RecordedRun.self, from: Data(contentsOf: file))
    }

    var problem: Problem {
        Problem(
            prompts: prompts.indices.map { index in
                Prompt(
                    name: prompts[index],
                    index: index,
                    slot: parameterIndex[index],
                    sigma: sampleStd[index],
                    label: label[index]
                )
            },
            initialParameters: initialParameters
        )
    }
}

struct ParityTests {
    /// Whether all numbers agree to 1e-9, relative to their size.
    private func agree(_ ours: [Double], _ theirs: [Double]) -> Bool {
        ours.count == theirs.count && zip(ours, theirs).allSatisfy { abs($0 - $1) <= 1e-9 * max(abs($1), 1e-3) }
    }

    private func replay(_ run: RecordedRun, with method: AdvantageMethod) {
        var statistics = Advantages<Prompt>(method, epsilon: run.epsilon)
        let problem = run.problem
        var policy = problem.policy
        for epoch in run.trace {
            let prompts = epoch.prompt.map { problem.prompts[$0] }
            let samples = zip(prompts, epoch.noise).map { policy.sample(for: $0, noise: $1) }
            let rewards = zip(samples, prompts).map { problem.reward(of: $0, for: $1) }
            statistics.record(rewards, for: prompts)
            let advantages = statistics.advantages(of: rewards, for: prompts)
            policy.update(toward: samples, for: prompts, advantages: advantages, duplicates: .last)

            #expect(agree(samples, epoch.sample))
            #expect(agree(rewards, epoch.reward))
            #expect(agree(advantages, epoch.advantage))
            #expect(agree([rewards.mean(), rewards.standardDeviation()], [epoch.meanReward, epoch.stdReward]))
        }
        #expect(agree(policy.parameters, run.finalParameters))
        #expect(!agree(problem.initialParameters, run.finalParameters))
    }

    @Test func `the recorded draws of a whole-batch run give the original's numbers`() throws {
        let run = try RecordedRun(named: "batch")
        replay(run, with: .batch)
    }

    @Test func `the recorded draws of a windowed run give the original's numbers`() throws {
        let run = try RecordedRun(named: "buffer")
        replay(run, with: .window(length: run.bufferSize, minimumCount: run.minimumCount))
    }
}
