import Advantages
import DeterministicMath
import OneNumber

/// The deviations of a recorded run from ours on the same draws.
struct Replay: Equatable {
    var samples = Deviation()
    var rewards = Deviation()
    var advantages = Deviation()
    var batchMoments = Deviation()
    var parameters = Deviation()

    /// Feeds the recorded draws through our model, reward, statistics and update. Throws `TraceError` for draws that lead to
    /// rewards that statistics do not take: they must be below 1e150 in size, as in a run.
    init(of trace: Trace) throws(TraceError) {
        let problem = trace.problem
        var policy = problem.policy
        var statistics = Advantages<Int>(trace.method, epsilon: trace.epsilon)
        for (number, epoch) in trace.trace.enumerated() {
            let prompts = epoch.prompt.map { problem.prompts[$0] }
            let ours = zip(prompts, epoch.noise).map { policy.sample(for: $0, noise: $1) }
            let rewards = zip(ours, prompts).map { problem.reward(of: $0, for: $1) }
            if let reward = rewards.first(where: { !(abs($0) < 1e150) }) {
                throw .malformed(
                    field: "trace[\(number)]",
                    reason: "leads to the reward \(reward); it must be a number below 1e150 in size")
            }
            let moments = Moments(of: rewards)
            statistics.record(rewards, for: epoch.prompt)
            let advantages = statistics.advantages(of: rewards, for: epoch.prompt)
            policy.update(toward: ours, for: prompts, advantages: advantages)

            samples.compare(ours, epoch.sample)
            self.rewards.compare(rewards, epoch.reward)
            self.advantages.compare(advantages, epoch.advantage)
            batchMoments.compare([moments.mean, moments.standardDeviation], [epoch.meanReward, epoch.stdReward])
        }
        parameters.compare(policy.parameters, trace.finalParameters)
    }

    /// The deviations by name.
    var all: [(name: String, deviation: Deviation)] {
        [
            ("samples", samples), ("rewards", rewards), ("advantages", advantages),
            ("batch mean and std", batchMoments), ("final parameters", parameters),
        ]
    }

    /// Whether both programs did the same.
    var agrees: Bool { all.allSatisfy { $0.deviation.relative <= Deviation.tolerance } }
}
