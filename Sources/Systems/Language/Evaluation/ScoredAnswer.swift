/// An answer as it is logged: what was asked, what the model wrote, what it earned.
public struct ScoredAnswer: Hashable, Sendable, Codable {
    /// What was asked.
    public let question: String
    /// The right answer.
    public let answer: String
    /// What the model wrote.
    public let text: String
    /// Whether the model ended it, and no limit cut it off.
    public let isWhole: Bool
    /// Whether it is right.
    public let isRight: Bool
    /// The sum of its rewards.
    public let reward: Double

    /// What is logged of an answer and its rewards.
    public init(_ answer: Answer, _ rewards: Rewards) {
        (question, self.answer, text) = (answer.question.text, answer.question.answer, answer.text)
        (isWhole, isRight, reward) = (answer.isWhole, rewards.isRight, rewards.total)
    }
}
