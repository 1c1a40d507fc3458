import Advantages
import Autodiff
import DeterministicMath
import GRPO
import Language
import Transformers

/// What both programs work on, and what ours finds there.
struct Exam {
    let base: LanguageModel

    /// 64 lessons of the warm-up.
    static func lessons(_ step: Int) -> [Question] { WordProblems().lessons(from: 64 * step, count: 64, seed: 1) }

    func lessons(of step: Int) throws -> String {
        try Self.lessons(step).map { lesson in
            let solution = try base.coder.completion(lesson.solution ?? "")
            return "\(tokens(try base.coder.prompt(of: lesson)));\(tokens(solution))"
        }.joined(separator: "|")
    }

    func questions(of step: Int) throws -> String {
        try asked(step).map { "\(tokens(try base.coder.prompt(of: $0)));\($0.answer)" }.joined(separator: "|")
    }

    func answers(of step: Int) async throws -> String {
        let answers = try await sampled(step)
        let rollout = answers.rollout
        return zip(rollout.completions, zip(rollout.promptOfCompletion, advantages(of: answers))).map {
            "\(tokens(rollout.prompts[$1.0]));\(tokens($0.tokens));\($1.1)"
        }.joined(separator: "|")
    }

    func tuned(steps: Int) async throws -> String {
        var (model, tuning) = (base, FineTuning(.warmUp))
        var found: [Double] = []
        for step in 0..<steps {
            let metrics = try await tuning.step(&model, on: Self.lessons(step))
            found += [metrics.loss, metrics.gradientNorm]
        }
        return found.map { "\($0)" }.joined(separator: " ")
    }

    func updated(with step: Int, count: Int) async throws -> String {
        let answers = try await sampled(step)
        let advantages = advantages(of: answers)
        var (model, adam) = (base, Adam(rate: 1e-4, betas: (0.9, 0.99)))
        var found: [Double] = []
        for _ in 0..<count {
            var update = await Objective().update(
                of: model.decoder, model.parameters, reference: base.parameters, from: answers.rollout,
                advantages: advantages)
            found += [update.loss, Double(update.gradient.clip(toNorm: 1))]
            adam.step(&model.parameters, update.gradient)
        }
        return found.map { "\($0)" }.joined(separator: " ")
    }

    /// 16 answers to each of the 8 questions of a step of GRPO.
    func sampled(_ step: Int, threads: Int = .max) async throws -> Answers {
        var generator = Xoshiro256StarStar(seed: 1, stream: UInt64(step))
        return try await base.answers(
            to: asked(step), each: 16, limit: 48, sampler: Sampler(temperature: 0.9), threads: threads,
            using: &generator)
    }

    func advantages(of answers: Answers) -> [Double] {
        let rewards = GSM8KEvaluator().rewards(of: answers.texts).map(\.total)
        let questions = answers.texts.map(\.question.text)
        var groups = Advantages<String>(.group(deviation: .sample), epsilon: 1e-4)
        groups.record(rewards, for: questions)
        return groups.advantages(of: rewards, for: questions)
    }

    private func asked(_ step: Int) -> [Question] {
        WordProblems().trainingQuestions(from: 8 * step, count: 8, seed: 1)
    }

    private func tokens(_ ids: [Int]) -> String { ids.map(String.init).joined(separator: ",") }
}
