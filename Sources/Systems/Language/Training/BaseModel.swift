import DeterministicMath

extension WordProblems {
    /// A problem with a solution in a style that is drawn by the styles' shares: what the base model learns from.
    public func lesson(_ number: Int, seed: UInt64) -> Question {
        var generator = Self.generator(number, seed: seed)
        let problem = Self.draw(heldOut: false, using: &generator)
        let style = SolutionStyle.random(using: &generator)
        return Question(text: problem.text, answer: "\(problem.answer)", solution: problem.solution(in: style))
    }

    /// The lessons of a step: those with numbers from `first` on.
    public func lessons(from first: Int, count: Int, seed: UInt64) -> [Question] {
        (first..<first + count).map { lesson($0, seed: seed) }
    }
}

extension LanguageModel {
    /// The base model: a new one that has seen fresh lessons in all styles, 700 steps of 64.
    ///
    /// It stands in for a chat model, which takes machines and months: it computes rather well, and shows it rarely in the form
    /// that the rewards ask for.
    ///
    /// - Parameters:
    ///   - seed: decides the first numbers and the lessons.
    ///   - report: called after every step.
    public static func base(
        features: Int = 64, seed: UInt64, settings: FineTuningSettings = .warmUp, threads: Int = .max,
        report: (FineTuningMetrics) -> Void = { _ in }
    ) async throws -> LanguageModel {
        var model = LanguageModel(.wordProblems, features: features, seed: seed)
        var tuning = FineTuning(settings)
        for step in 0..<settings.steps {
            let lessons = WordProblems().lessons(
                from: step * settings.batchSize, count: settings.batchSize, seed: seed)
            report(try await tuning.step(&model, on: lessons, threads: threads))
        }
        return model
    }
}
