import OneNumber

/// `run.json`: what a run was, written before its first epoch.
struct RunRecord: Codable, Equatable {
    var seed: UInt64
    var epochs: Int
    var batchSize: Int
    /// nil: one update with the whole batch.
    var trainBatchSize: Int?
    var epsilon: Double
    /// The method and its settings, as Swift writes them.
    var advantage: String
    var duplicates: DuplicateRule
    var step: StepRule
    /// The best mean reward that any parameters reach.
    var ceiling: Double
    var prompts: [Prompt]

    init(seed: UInt64, settings: RunSettings, problem: Problem) {
        self.seed = seed
        epochs = settings.epochs
        batchSize = settings.batchSize
        trainBatchSize = settings.trainBatchSize
        epsilon = settings.epsilon
        advantage = "\(settings.advantage)"
        duplicates = settings.duplicates
        step = settings.step
        ceiling = problem.ceiling.value
        prompts = problem.prompts
    }
}
