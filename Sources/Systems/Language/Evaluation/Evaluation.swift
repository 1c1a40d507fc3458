import DeterministicMath
import GRPO
public import Transformers

/// What a model's answers to held-out questions are worth.
public struct Evaluation: Sendable {
    /// The answers, and what each earned.
    public let answers: Answers
    /// The rewards, in the answers' order.
    public let rewards: [Rewards]
    /// How often the answers are right.
    public let accuracy: Accuracy

    /// The mean of each reward, by its name.
    public var means: [String: Double] { rewards.meansByName }
    /// The mean reward.
    public var reward: Double { rewards.map(\.total).mean() }
    /// The mean number of tokens of an answer.
    public var length: Double { answers.rollout.lengths.map(Double.init).mean() }
}

extension LanguageModel {
    /// Asks held-out questions and scores the answers.
    ///
    /// - Parameters:
    ///   - samples: how many answers to each question; one is enough for the greedy sampler, which gives the same each time.
    ///   - seed: decides the samples.
    public func evaluation(
        on questions: [Question], by evaluator: any Evaluator, samples: Int = 1,
        sampler: Sampler = Sampler(temperature: 0.9), limit: Int = 48, seed: UInt64 = 0, threads: Int = .max
    ) async throws -> Evaluation {
        var generator = Xoshiro256StarStar(seed: seed, stream: .max)
        let answers = try await answers(
            to: questions, each: samples, limit: limit, sampler: sampler, threads: threads, using: &generator)
        let rewards = try await evaluator.rewards(of: answers.texts)
        let right = questions.indices.map { rewards[$0 * samples..<($0 + 1) * samples].count(where: \.isRight) }
        return Evaluation(answers: answers, rewards: rewards, accuracy: Accuracy(right: right, samples: samples))
    }

    /// Asks held-out questions twice: sampled, and greedily. The parameters are those of ``evaluation(on:by:samples:sampler:limit:seed:threads:)``.
    public func heldOutEvaluation(
        on questions: [Question], by evaluator: any Evaluator, samples: Int, sampler: Sampler, limit: Int, seed: UInt64,
        threads: Int = .max
    ) async throws -> HeldOutEvaluation {
        HeldOutEvaluation(
            sampled: try await evaluation(
                on: questions, by: evaluator, samples: samples, sampler: sampler, limit: limit, seed: seed,
                threads: threads),
            greedy: try await evaluation(on: questions, by: evaluator, sampler: .greedy, limit: limit, threads: threads)
        )
    }
}
