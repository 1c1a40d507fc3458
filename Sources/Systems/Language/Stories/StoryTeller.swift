extension LanguageModel {
    /// The base model of stories: a new one that has read good and bad ones, 250 steps of 64.
    ///
    /// - Parameter seed: decides the first numbers and the stories.
    public static func storyTeller(
        features: Int = 64, steps: Int = 250, seed: UInt64, threads: Int = .max
    ) async throws -> LanguageModel {
        var settings = FineTuningSettings.warmUp
        settings.steps = steps
        var model = LanguageModel(.stories, features: features, seed: seed)
        var tuning = FineTuning(settings)
        for step in 0..<steps {
            let lessons = Stories().lessons(from: step * settings.batchSize, count: settings.batchSize, seed: seed)
            try await tuning.step(&model, on: lessons, threads: threads)
        }
        return model
    }
}
