/// What a language model wrote in its training, and what that earned.
///
/// It is a row of the RL format: the prompt is the state, the completion the action. Its ``text(rewards:)`` is the language format.
public struct LoggedRollout: Hashable, Sendable, Codable {
    /// When it was written: the number of the step, from 0.
    public let epoch: Int
    /// What the model read.
    public let prompt: String
    /// What it wrote, without the token that ends it.
    public let completion: String
    /// What that earned.
    public let reward: Double
    /// log π(completion | prompt) of the policy that wrote it, in nats, its end included.
    public let logProbability: Double

    /// Creates a rollout.
    public init(epoch: Int, prompt: String, completion: String, reward: Double, logProbability: Double) {
        self.epoch = epoch
        self.prompt = prompt
        self.completion = completion
        self.reward = reward
        self.logProbability = logProbability
    }

    /// The text up to the completion: `prompt: … completion:`.
    public static func beginning(prompt: String) -> String { "prompt: \(prompt) completion:" }

    /// The text from the completion on: `… reward: 0.9975 ###`.
    ///
    /// - Parameter rewards: how the reward is named; without it, it is written out.
    public static func ending(completion: String, reward: Double, rewards: RewardScale? = nil) -> String {
        "\(completion) reward: \(rewards.map { $0.name(of: reward) } ?? "\(reward)") ###"
    }

    /// The language format: `prompt: … completion: … reward: 0.9975 ###`.
    public func text(rewards: RewardScale? = nil) -> String {
        Self.beginning(prompt: prompt) + " " + Self.ending(completion: completion, reward: reward, rewards: rewards)
    }
}
