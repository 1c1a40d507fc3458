import DeterministicMath
import GRPO
import Transformers

/// A model that reads a story and writes what it thinks of it.
///
/// It has been shown some stories with their scores, in three ways of saying them, and is wrong as models are: where it has seen
/// little, and where it was told wrongly.
public struct Judge: Evaluator {
    /// The model that judges.
    public private(set) var model: LanguageModel
    /// How the model's words become a reward.
    public var reading: Reading

    /// How the model's words become a reward.
    public enum Reading: String, CaseIterable, Hashable, Sendable, Codable {
        /// The score in what it writes, always its most probable words.
        case written
        /// The mean of the scores from 1 to 5 by their probabilities after "score :".
        case expected
    }

    /// The one reward.
    public var rewardNames: [String] { ["score"] }

    /// The rewards of stories, from 1 to 5.
    public func rewards(of answers: [Answer]) async throws -> [Rewards] {
        switch reading {
        case .written:
            try await verdicts(on: answers).map { verdict in
                Rewards(
                    names: rewardNames, values: [Double(verdict.score)], isRight: false,
                    isReadable: verdict.found != nil)
            }
        case .expected:
            try expectedScores(of: answers).map { Rewards(names: rewardNames, values: [$0], isRight: false) }
        }
    }

    /// What the judge writes of each story, in at most five tokens.
    public func verdicts(on answers: [Answer]) async throws -> [Verdict] {
        // Its choices are greedy: the generator is never asked.
        var generator = SplitMix64(seed: 0)
        let said = try await model.answers(
            to: answers.map(Self.question), each: 1, limit: 5, sampler: .greedy, using: &generator)
        return said.texts.map { Verdict(parsing: $0.text) }
    }

    private func expectedScores(of answers: [Answer]) throws -> [Double] {
        let scores = try (1...5).map { try model.coder.completion("score : \($0)").dropLast() }.map(Array.init)
        let groups = try answers.map { answer in
            TokenGroup(prompt: try model.coder.prompt(of: Self.question(on: answer)), completions: scores)
        }
        let batch = TokenBatch(groups)
        let logProbabilities = model.decoder.logProbabilities(batch, with: model.parameters)
        let perStory = batch.completionRanges.map { range in
            exp(Double(logProbabilities[range.upperBound - 1]))
        }
        return answers.indices.map { story in
            let chances = perStory[5 * story..<5 * story + 5]
            return zip(1...5, chances).map { Double($0) * $1 }.sum() / chances.sum()
        }
    }

    /// What the judge reads.
    static func question(on answer: Answer) -> Question {
        Question(text: "\(answer.question.text) \(answer.text) rate:", answer: "")
    }
}

extension Judge {
    /// A story with the score that the judge is told, and the words for it.
    ///
    /// One score in five is noise; of the words, 70 % are "score : 4", the others "4 / 5" or "i give it 4".
    static func lesson(on answer: Answer, score: Int, using generator: inout Xoshiro256StarStar) -> Question {
        let told = generator.uniform() < 0.2 ? (1...5).random(using: &generator) : score
        let words =
            generator.uniform() < 0.7
            ? "score : \(told)" : ["\(told) / 5", "i give it \(told)"].random(using: &generator)
        var lesson = question(on: answer)
        lesson.solution = words
        return lesson
    }

    /// A judge that has been shown stories with scores.
    ///
    /// - Parameters:
    ///   - stories: what it is shown, again and again, in an order that the seed decides.
    ///   - steps: how many steps of 64 stories: the same for few stories as for many.
    public init(
        shown stories: [Answer], scores: [Int], features: Int = 48, steps: Int = 300, reading: Reading = .written,
        seed: UInt64, threads: Int = .max
    ) async throws {
        require(stories.count == scores.count && !stories.isEmpty, "\(stories.count) stories, \(scores.count) scores")
        var generator = Xoshiro256StarStar(seed: seed)
        let lessons = zip(stories, scores).map { Self.lesson(on: $0, score: $1, using: &generator) }
        var settings = FineTuningSettings.warmUp
        (settings.steps, settings.rate) = (steps, 2e-3)
        var model = LanguageModel(.stories, features: features, seed: seed)
        try await model.learn(from: lessons, settings: settings, seed: seed, threads: threads)
        self.model = model
        self.reading = reading
    }
}
