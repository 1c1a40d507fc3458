/// Scores stories by the rules, point by point: what a judge should say.
public struct StoryRubric: Evaluator, Hashable {
    /// Creates the rubric.
    public init() {}

    /// The score, from 1 to 5.
    public var rewardNames: [String] { ["score"] }

    /// The scores of stories; a story is right if it has all five points. Questions that are no opening earn 1.
    public func rewards(of answers: [Answer]) -> [Rewards] {
        answers.map { answer in
            let value = Opening(parsing: answer.question.text).map { StoryScore(answer.text, after: $0).value } ?? 1
            return Rewards(names: rewardNames, values: [Double(value)], isRight: value == 5)
        }
    }
}
