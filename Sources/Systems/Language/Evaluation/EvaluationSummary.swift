import DeterministicMath

/// What an evaluation found, as it is logged.
public struct EvaluationSummary: Hashable, Sendable, Codable {
    /// Before which step it was made.
    public let step: Int
    /// The share of right answers, sampled as in training.
    public let accuracy: Double
    /// The ends of its 95 % interval.
    public let accuracyInterval: [Double]
    /// The share of right answers, always the most probable token.
    public let greedyAccuracy: Double
    /// The mean reward.
    public let reward: Double
    /// The mean of each reward, by its name.
    public let rewards: [String: Double]
    /// The mean number of tokens of an answer.
    public let length: Double
    /// How many of each question's sampled answers are right, in the questions' order.
    public let right: [Int]
    /// The same of the most probable answers: 0 or 1.
    public let greedyRight: [Int]

    /// Sums up two evaluations of the same model.
    public init(step: Int, sampled: Evaluation, greedy: Evaluation) {
        self.step = step
        accuracy = sampled.accuracy.mean
        accuracyInterval = [sampled.accuracy.interval().low, sampled.accuracy.interval().high]
        greedyAccuracy = greedy.accuracy.mean
        reward = sampled.reward
        rewards = sampled.means
        length = sampled.length
        (right, greedyRight) = (sampled.accuracy.right, greedy.accuracy.right)
    }
}
