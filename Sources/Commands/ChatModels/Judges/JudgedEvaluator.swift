public import Judges
public import Language
import Synchronization

/// Scores answers by a judge from outside, beside rules or alone: its reward is called `judge`.
///
/// Words of the judge that can not be read get the least score of the scale, and the answer counts as unreadable.
public struct JudgedEvaluator: Evaluator {
    private let rules: (any Evaluator)?
    private let judge: any OutsideJudge
    private let scale: JudgeScale
    private let tally = Tally()

    /// - Parameters:
    ///   - rules: what else is earned; nil for the judge alone, where no answer counts as right.
    ///   - scale: the scores that the judge may give.
    public init(_ judge: any OutsideJudge, scale: JudgeScale, beside rules: (any Evaluator)?) {
        (self.judge, self.scale, self.rules) = (judge, scale, rules)
    }

    /// The rules' names, then the judge's.
    public var rewardNames: [String] { (rules?.rewardNames ?? []) + ["judge"] }

    /// What happened to the judge's requests so far.
    public var counts: JudgeCounts { tally.counts.withLock { $0 } }

    /// The rewards of answers.
    ///
    /// - Throws: `JudgeError` if the judge can not be asked, though it was asked again.
    public func rewards(of answers: [Answer]) async throws -> [Rewards] {
        let tally = tally
        let words = try await judge.words(
            for: answers.map {
                JudgedAnswer(question: $0.question.text, reference: $0.question.answer, answer: $0.text)
            }
        ) { tally.counts.withLock { $0.retries += 1 } }
        let scores = words.map { scale.score(in: $0) }
        tally.counts.withLock {
            $0.answers += scores.count
            $0.unreadable += scores.count { $0 == nil }
        }
        let earned = try await rules?.rewards(of: answers)
        return scores.enumerated().map { place, score in
            let ruled = earned?[place]
            return Rewards(
                names: rewardNames, values: (ruled?.values ?? []) + [score ?? scale.minimum],
                isRight: ruled?.isRight ?? false, isReadable: score != nil)
        }
    }

    /// Counts that copies of the evaluator share.
    private final class Tally: Sendable {
        let counts = Mutex(JudgeCounts())
    }
}
