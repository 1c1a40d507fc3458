/// What a model wrote, and what it was asked.
public struct Answer: Hashable, Sendable {
    /// What was asked.
    public let question: Question
    /// What the model wrote, without its end token.
    public let text: String
    /// Whether the model ended it, and no limit cut it off.
    public let isWhole: Bool

    /// Creates an answer.
    public init(to question: Question, _ text: String, isWhole: Bool = true) {
        self.question = question
        self.text = text
        self.isWhole = isWhole
    }
}

/// Scores answers: by rules, by a model, or by asking another program.
public protocol Evaluator: Sendable {
    /// The names of the rewards, in the order in which they are reported.
    var rewardNames: [String] { get }

    /// The rewards of answers, in their order; all at once, for a judge that is a model reads many as fast as one.
    func rewards(of answers: [Answer]) async throws -> [Rewards]
}
