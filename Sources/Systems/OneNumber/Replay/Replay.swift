import Advantages
import DeterministicMath
public import Records

/// The deviations of a recorded run's numbers from ours.
///
/// Each number is computed from the recorded ones before it, so that no rounding error travels on and grows: what differs was
/// computed in another way. Of a parameter, which no recording has after each epoch, the last sample tells what it was:
/// sample - σ·noise.
public struct Replay: Equatable, Sendable {
    /// θ + σ·noise, measured against the size of θ + |σ·noise|, where that of θ is as for `parameters`.
    public private(set) var samples = Deviation()
    /// -|sample - label|, measured against |sample| + |label|.
    public private(set) var rewards = Deviation()
    /// (reward - mean) / (deviation + ε), measured against (|reward| + |mean|)(1 + |advantage|) / (deviation + ε); the factor
    /// in the middle is for the errors of the divisor.
    public private(set) var advantages = Deviation()
    /// Mean and standard deviation of each batch, measured against its largest reward.
    public private(set) var batchMoments = Deviation()
    /// θ + advantage·(sample - θ) after the last update, measured against |θ| + |advantage|(|sample| + |θ|).
    public private(set) var parameters = Deviation()

    /// Computes every number of a recording from the recorded ones before it.
    public init(of trace: Trace) {
        let problem = trace.problem
        var policy = problem.policy
        var sizes = policy.parameters.map(abs)
        var statistics = Advantages<Int>(trace.method, epsilon: trace.epsilon)
        for epoch in trace.trace {
            let prompts = epoch.prompt.map { problem.prompts[$0] }
            let batch = Moments(of: epoch.reward)
            statistics.record(epoch.reward, for: epoch.prompt)
            let ours = statistics.advantages(of: epoch.reward, for: epoch.prompt)
            for (place, prompt) in prompts.enumerated() {
                let (noise, sample, reward) = (epoch.noise[place], epoch.sample[place], epoch.reward[place])
                let size = sizes[prompt.slot] + abs(prompt.sigma * noise)
                samples.compare(policy.sample(for: prompt, noise: noise), sample, size: size)
                rewards.compare(
                    problem.reward(of: sample, for: prompt), reward, size: abs(sample) + abs(prompt.label))
                let own = trace.mode == .buffer ? statistics.moments(of: prompt.index) : nil
                let basis = own.flatMap { $0.count >= trace.minimumCount ? $0 : nil } ?? batch
                advantages.compare(
                    ours[place], epoch.advantage[place],
                    size: (abs(reward) + abs(basis.mean)) * (1 + abs(epoch.advantage[place]))
                        / (basis.standardDeviation + trace.epsilon))
            }
            let largest = epoch.reward.lazy.map(abs).max() ?? 0
            batchMoments.compare(batch.mean, epoch.meanReward, size: largest)
            batchMoments.compare(batch.standardDeviation, epoch.stdReward, size: largest)

            for (place, prompt) in prompts.enumerated() {
                let (sample, noise) = (epoch.sample[place], prompt.sigma * epoch.noise[place])
                policy.parameters[prompt.slot] = sample - noise
                let size = abs(sample) + abs(noise)
                sizes[prompt.slot] = size + abs(epoch.advantage[place]) * (abs(sample) + size)
            }
            policy.update(toward: epoch.sample, for: prompts, advantages: epoch.advantage)
        }
        for ((ours, theirs), size) in zip(zip(policy.parameters, trace.finalParameters), sizes) {
            parameters.compare(ours, theirs, size: size)
        }
    }

    /// The deviations by name.
    public var all: [(name: String, deviation: Deviation)] {
        [
            ("samples", samples), ("rewards", rewards), ("advantages", advantages),
            ("batch mean and std", batchMoments), ("final parameters", parameters),
        ]
    }

    /// Whether both programs did the same.
    public var agrees: Bool { all.allSatisfy { $0.deviation.isWithinTolerance } }
}
