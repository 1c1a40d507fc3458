import Advantages
public import DeterministicMath

/// A training run: a policy that learns a problem, one epoch at a time.
///
/// ```swift
/// let history = try Problem(seed: 7).run(seed: 7)
/// ```
///
/// An epoch draws a batch of prompts, then the answers' noise, both in batch order; records the rewards; and updates the
/// policy with their advantages. A loop written out with `Problem`, `Policy`, `Advantages` and
/// `Xoshiro256StarStar(training: seed)` gives the same bits.
public struct Run: Sendable {
    /// A reward of one's own, instead of the problem's.
    public typealias Reward = @Sendable (_ sample: Double, _ prompt: Prompt) -> Double

    /// The problem to be learned.
    public let problem: Problem
    /// How it is learned.
    public let settings: RunSettings
    /// The policy as it is after the epochs so far.
    public private(set) var policy: Policy
    /// What happened so far.
    public var history: RunHistory {
        var history = log
        history.parameters = policy.parameters
        return history
    }

    /// What the advantage method remembers of each prompt now; nil for a prompt that it knows nothing of.
    public var promptStatistics: [Moments?] {
        problem.prompts.indices.map { statistics.moments(of: $0) }
    }

    private var log: RunHistory
    private var statistics: any RewardStatistics
    private var optimizer: Optimizer
    private var generator: Xoshiro256StarStar
    private let reward: Reward?
    private let table: PromptTable
    private var batch: Batch
    private var steps: SlotSteps
    private let isExact: Bool

    /// Prepares a run. The seed decides its draws; it may be the problem's, whose own draws are other streams. Throws `TrainingError.setting` if a setting makes no sense.
    public init(
        of problem: Problem,
        settings: RunSettings = RunSettings(),
        seed: UInt64,
        reward: Reward? = nil
    ) throws(TrainingError) {
        try settings.validate()
        try require(!problem.prompts.isEmpty, "the number of prompts", 0, "at least 1")
        self.problem = problem
        self.settings = settings
        self.reward = reward
        policy = problem.policy
        log = RunHistory(parameters: [])
        statistics = settings.advantage.rule.statistics()
        isExact = settings.advantage == .exact
        optimizer = Optimizer(settings.step.lasting(settings.updateCount))
        generator = Xoshiro256StarStar(training: seed)
        table = PromptTable(problem.prompts)
        batch = Batch(size: settings.batchSize)
        steps = SlotSteps(slotCount: problem.initialParameters.count)
    }

    /// Trains for one epoch and returns the moments of its rewards. Throws `TrainingError.reward` for a reward that is not a
    /// number below 1e150 in size, and leaves the policy as it was.
    @discardableResult
    public mutating func step() throws(TrainingError) -> Moments {
        batch.draw(from: table, policy: policy, using: &generator)
        if let reward {
            batch.rewards = zip(batch.samples, batch.prompts).map { reward($0, problem.prompts[$1]) }
        }
        let moments = Moments(of: batch.rewards)
        // Statistics stop the program at such a reward; none is farther from the mean than √n standard deviations.
        let farthest = abs(moments.mean) + moments.standardDeviation * Double(settings.batchSize).squareRoot()
        guard farthest < AdvantageError.rewardBound / 2 || areBounded(batch.rewards) else { throw unboundedReward() }

        if isExact {
            statistics = ExactStatistics(of: problem, under: policy)
        }
        statistics.record(batch.rewards, for: batch.prompts)
        let advantages = statistics.advantages(of: batch.rewards, for: batch.prompts, epsilon: settings.epsilon)
        let size = settings.trainBatchSize ?? settings.batchSize
        for start in stride(from: 0, to: settings.batchSize, by: size) {
            let part = start..<min(start + size, settings.batchSize)
            steps.collect(
                slots: batch.slots[part],
                toward: batch.samples[part],
                advantages: advantages[part],
                from: policy.parameters,
                duplicates: settings.duplicates
            )
            optimizer.apply(steps, to: &policy.parameters)
        }

        log.meanRewards.append(moments.mean)
        log.rewardStandardDeviations.append(moments.standardDeviation)
        if settings.recordsPromptStatistics {
            log.promptStatistics.append(promptStatistics)
        }
        return moments
    }

    private func areBounded(_ rewards: [Double]) -> Bool {
        rewards.allSatisfy(AdvantageError.isValid)
    }

    /// The error of the first reward that the batch's variance can not bear.
    private func unboundedReward() -> TrainingError {
        let place = batch.rewards.firstIndex { !AdvantageError.isValid($0) } ?? 0
        return .reward(
            value: "\(batch.rewards[place])",
            prompt: problem.prompts[batch.prompts[place]].name,
            epoch: log.meanRewards.count
        )
    }
}

extension Problem {
    /// Trains for all epochs of the settings. Throws `TrainingError` for settings that make no sense and for a reward that
    /// is not a number below 1e150 in size.
    public func run(
        settings: RunSettings = RunSettings(),
        seed: UInt64,
        reward: Run.Reward? = nil
    ) throws(TrainingError) -> RunHistory {
        var run = try Run(of: self, settings: settings, seed: seed, reward: reward)
        for _ in 0..<settings.epochs {
            try run.step()
        }
        return run.history
    }
}
