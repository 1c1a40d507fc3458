/// What a step of GRPO reports: the original's numbers, with its mistakes mended, and those that were missing.
public struct GRPOMetrics: Hashable, Sendable, Codable {
    /// The step, from 0.
    public let step: Int
    /// The mean reward of all answers.
    public let reward: Double
    /// The mean over questions of the standard deviation of their answers' rewards.
    public let rewardDeviation: Double
    /// The mean of each reward, by its name.
    public let rewards: [String: Double]
    /// The share of right answers.
    public let accuracy: Double
    /// The share of answers whose judge could not be understood.
    public let unreadable: Double
    /// The mean number of tokens of an answer.
    public let length: Double
    /// The share of answers that the limit cut off.
    public let truncated: Double
    /// The share of questions whose answers all earned the same, from which nothing is learned.
    public let deadGroups: Double
    /// The loss of the step's first update: penalty - surrogate.
    public let loss: Double
    /// The surrogate's part.
    public let surrogate: Double
    /// β · KL, the penalty's part.
    public let penalty: Double
    /// The divergence from the reference, estimated by k3, a mean over tokens.
    public let estimatedDivergence: Double
    /// The same, exact.
    public let divergence: Double
    /// The mean entropy of a token's distribution, in nats.
    public let entropy: Double
    /// The share of clipped tokens in the last update.
    public let clipped: Double
    /// The norm of the first update's gradient before it is clipped.
    public let gradientNorm: Double
    /// The step size.
    public let learningRate: Double

    /// What is wrong with the step as a whole, if anything: nothing can be learned from it, and the numbers alone do not say so.
    public var warnings: [Warning] {
        var warnings: [Warning] = []
        if truncated > 0.9 { warnings.append(.truncated(share: truncated)) }
        if deadGroups == 1 { warnings.append(.allGroupsDead(reward: reward)) }
        return warnings
    }

    /// Why a step teaches nothing.
    public enum Warning: Hashable, Sendable, CustomStringConvertible {
        /// Nearly all answers were cut off.
        case truncated(share: Double)
        /// All answers to each question earned the same.
        case allGroupsDead(reward: Double)

        /// One sentence that says what to do.
        public var description: String {
            switch self {
            case .truncated(let share):
                "\(Int((share * 100).rounded())) % of the answers were cut off before their end: raise the limit on tokens"
            case .allGroupsDead(let reward):
                "in every group all answers earned the same (\(reward) on average), so that there is nothing to learn: "
                    + "the questions are too hard or too easy, or the reward is not reached"
            }
        }
    }
}
