import Advantages
import DeterministicMath
import Testing

@testable import OneNumber

struct RunTests {
    private let problem = Problem(seed: 7)

    @Test func `a whole run gives the recorded bits, in debug and in release`() throws {
        #expect(try problem.run(seed: 7).digest.description == "fd02778103a47855")
    }

    @Test func `the final reward is the mean of the last fifty epochs`() throws {
        let history = try problem.run(settings: RunSettings(epochs: 60), seed: 7)
        #expect(history.finalReward == history.meanRewards[10...].mean())
        let short = try problem.run(settings: RunSettings(epochs: 3), seed: 7)
        #expect(short.finalReward == short.meanRewards.mean())
    }

    @Test(arguments: DuplicateRule.allCases)
    func `a loop written out gives the same bits`(duplicates: DuplicateRule) throws {
        let settings = RunSettings(epochs: 30, trainBatchSize: 100, duplicates: duplicates)
        let history = try problem.run(settings: settings, seed: 3)

        var generator = Xoshiro256StarStar(training: 3)
        var policy = problem.policy
        var window = Advantages<Prompt>(.window(length: 32, minimumCount: 16))
        var meanRewards: [Double] = []
        for _ in 0..<30 {
            let prompts = problem.drawBatch(size: 256, using: &generator)
            let samples = policy.samples(for: prompts, using: &generator)
            let rewards = zip(samples, prompts).map { problem.reward(of: $0, for: $1) }
            window.record(rewards, for: prompts)
            let advantages = window.advantages(of: rewards, for: prompts)
            for part in [0..<100, 100..<200, 200..<256] {
                policy.update(
                    toward: Array(samples[part]),
                    for: Array(prompts[part]),
                    advantages: Array(advantages[part]),
                    duplicates: duplicates
                )
            }
            meanRewards.append(rewards.mean())
        }
        #expect(history.meanRewards == meanRewards)
        #expect(history.policy == policy)
    }

    @Test func `steps make the run`() throws {
        var run = try Run(of: problem, settings: RunSettings(epochs: 5), seed: 1)
        #expect(run.history.meanRewards.isEmpty)
        #expect(run.history.parameters == problem.initialParameters)
        for _ in 0..<5 {
            try run.step()
        }
        #expect(run.history == (try problem.run(settings: RunSettings(epochs: 5), seed: 1)))
        #expect(run.policy.parameters == run.history.parameters)
        #expect(run.history.meanRewards.count == 5)
        #expect(run.history.rewardStandardDeviations.count == 5)
    }

    @Test func `no epochs leave everything as it was`() throws {
        let history = try problem.run(settings: RunSettings(epochs: 0), seed: 1)
        #expect(history == RunHistory(parameters: problem.initialParameters))
    }

    @Test func `only slots with a prompt change`() throws {
        let history = try problem.run(settings: RunSettings(epochs: 3), seed: 1)
        let used = Set(problem.prompts.map(\.slot))
        for slot in 0..<1024 {
            #expect((history.parameters[slot] != problem.initialParameters[slot]) == used.contains(slot))
        }
    }

    @Test func `what the window remembers of each prompt is recorded on request`() throws {
        let history = try problem.run(settings: RunSettings(epochs: 20, recordsPromptStatistics: true), seed: 1)
        #expect(history.promptStatistics.count == 20)
        #expect(history.promptStatistics.allSatisfy { $0.count == 64 })
        #expect(history.promptStatistics[0].compactMap(\.?.count).reduce(0, +) == 256)
        #expect(history.promptStatistics[19].allSatisfy { $0!.count == 32 })
        #expect(try problem.run(settings: RunSettings(epochs: 2), seed: 1).promptStatistics.isEmpty)
    }

    @Test func `a reward of one's own takes the problem's place`() throws {
        let history = try problem.run(settings: RunSettings(epochs: 2), seed: 1) { sample, prompt in
            -(sample - prompt.label) * (sample - prompt.label)
        }
        let plain = try problem.run(settings: RunSettings(epochs: 2), seed: 1)
        #expect(history.meanRewards[0] < -1000)
        #expect(plain.meanRewards[0] > -200)
    }

    @Test(arguments: [(Double.nan, "nan"), (-Double.infinity, "-inf"), (1e160, "1e+160"), (1e150, "1e+150")])
    func `a reward that is no number stops the run where it happened`(reward: Double, text: String) {
        let name = problem.prompts[5].name
        let error = #expect(throws: TrainingError.self) {
            try problem.run(seed: 1) { sample, prompt in prompt.index == 5 ? reward : 0 }
        }
        #expect(
            error?.description
                == "the reward of prompt \(name) in epoch 0 is \(text); it must be a number below 1e150 in size"
        )
    }

    @Test func `a problem without prompts can not be run`() {
        let problem = Problem(prompts: [], initialParameters: [0])
        #expect(throws: TrainingError.self) { try Run(of: problem, seed: 1) }
    }
}
