import GRPO
import Language
import Transformers

#if canImport(Glibc)
@preconcurrency import Glibc
#else
@preconcurrency import Darwin
#endif

/// Answers requests, one a line, so that another program can measure it and PyTorch in turns, on the same questions:
///
///     lessons STEP            the lessons of a step of the warm-up: prompt;completion|prompt;completion|…, tokens apart by commas
///     questions STEP          the questions of a step of GRPO: prompt;answer|…
///     answers STEP            answers of the base model to them, with their advantages: prompt;completion;advantage|…
///     tuned COUNT             losses and norms of gradients of the first COUNT steps of the warm-up from the base model
///     updated STEP COUNT      losses and norms of gradients of COUNT updates with the answers of a step
///     warmup THREADS COUNT    the next COUNT steps of a warm-up: milliseconds of a processor and of the clock for each, tokens
///                             learned from, the mean loss
///     grpo THREADS COUNT      the next COUNT steps of a run of GRPO: the same, with tokens written and the mean reward
///     sample THREADS COUNT    COUNT times the answers of a step alone: the same, without rewards
///     learn THREADS COUNT     COUNT updates with the answers of a step: the same, tokens of the answers
///
/// Its argument is the folder of the base model.
@main
struct LanguageStep {
    static func main() async throws {
        setvbuf(stdout, nil, _IOLBF, 0)
        let base = try ModelFolder(CommandLine.arguments[1]).read()
        let exam = Exam(base: base)
        // One for each number of threads, which goes on with each request.
        var tunings: [Int: (model: LanguageModel, tuning: FineTuning)] = [:]
        var runs: [Int: GRPORun] = [:]
        while let request = readLine() {
            let words = request.split(separator: " ")
            let numbers = words.dropFirst().compactMap { Int($0) }
            switch (words.first, numbers.count) {
            case ("lessons", 1): print(try exam.lessons(of: numbers[0]))
            case ("questions", 1): print(try exam.questions(of: numbers[0]))
            case ("answers", 1): print(try await exam.answers(of: numbers[0]))
            case ("tuned", 1): print(try await exam.tuned(steps: numbers[0]))
            case ("updated", 2): print(try await exam.updated(with: numbers[0], count: numbers[1]))
            case ("warmup", 2):
                var (model, tuning) = tunings[numbers[0]] ?? (base, FineTuning(.warmUp))
                try await measured(numbers[1]) { _ in
                    let lessons = Exam.lessons(tuning.steps)
                    let loss = try await tuning.step(&model, on: lessons, threads: numbers[0]).loss
                    return (try lessons.map { try base.coder.completion($0.solution ?? "").count }.reduce(0, +), loss)
                }
                tunings[numbers[0]] = (model, tuning)
            case ("grpo", 2):
                var run =
                    try runs[numbers[0]]
                    ?? GRPORun(of: base, on: WordProblems(), by: GSM8KEvaluator(), seed: 1, threads: numbers[0])
                try await measured(numbers[1]) { _ in
                    let reward = try await run.next().reward
                    return (run.answers?.rollout.lengths.reduce(0, +) ?? 0, reward)
                }
                runs[numbers[0]] = run
            case ("sample", 2):
                try await measured(numbers[1]) { step in
                    (try await exam.sampled(step, threads: numbers[0]).rollout.lengths.reduce(0, +), 0)
                }
            case ("learn", 2):
                let answers = try await exam.sampled(0)
                let advantages = exam.advantages(of: answers)
                await measured(numbers[1]) { _ in
                    let update = await Objective().update(
                        of: base.decoder, base.parameters, reference: base.parameters, from: answers.rollout,
                        advantages: advantages, threads: numbers[0])
                    return (answers.rollout.lengths.reduce(0, +), update.loss)
                }
            default:
                print("unknown request: \(request)")
            }
        }
    }

    /// Prints what a step takes: milliseconds of a processor, milliseconds on the clock, tokens; and the mean of what it found.
    @MainActor private static func measured(_ count: Int, _ step: (Int) async throws -> (tokens: Int, value: Double))
        async rethrows
    {
        var (tokens, value) = (0, 0.0)
        let (processor, start) = (Double(processorTicks()), ContinuousClock.now)
        for number in 0..<count {
            let found = try await step(number)
            tokens += found.tokens
            value += found.value
        }
        let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        let used = (Double(processorTicks()) - processor) * 1e3 / Double(CLOCKS_PER_SEC)
        print([used, milliseconds, Double(tokens), value].map { "\($0 / Double(count))" }.joined(separator: " "))
    }

    private static func processorTicks() -> clock_t { clock() }
}
