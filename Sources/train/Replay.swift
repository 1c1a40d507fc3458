import DeterministicMath
import PolicyGradient

/// The deviations of a recorded run from ours on the same draws.
struct Replay: Equatable {
    var samples = Deviation()
    var rewards = Deviation()
    var advantages = Deviation()
    var batchMoments = Deviation()
    var parameters = Deviation()

    /// Feeds the recorded draws through our model, reward, statistics and update. Throws `TraceError` for draws that lead to
    /// rewards with an infinite variance.
    init(of trace: Trace) throws(TraceError) {
        let problem = trace.problem
        var policy = problem.policy
        var estimator = trace.method.estimator(epsilon: trace.epsilon)
        for (number, epoch) in trace.trace.enumerated() {
            let prompts = epoch.prompt.map { problem.prompts[$0] }
            let ours = zip(prompts, epoch.noise).map { policy.sample(for: $0, noise: $1) }
            let rewards = zip(ours, prompts).map { problem.reward(of: $0, for: $1) }
            let moments = Moments(of: rewards)
            guard moments.variance.isFinite else {
                throw .malformed(field: "trace[\(number)]", reason: "leads to rewards whose variance is not finite")
            }
            estimator.record(rewards, for: epoch.prompt)
            let advantages = estimator.advantages(of: rewards, for: epoch.prompt)
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
