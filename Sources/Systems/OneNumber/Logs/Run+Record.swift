public import Records

extension Run {
    /// `run.json`: what a run was, written before its first epoch.
    public struct Record: RunRecord, Equatable {
        /// Decided the problem and all draws.
        public var seed: UInt64
        /// How many epochs it was to have.
        public var epochs: Int
        /// How many prompts each batch had.
        public var batchSize: Int
        /// nil: one update with the whole batch.
        public var trainBatchSize: Int?
        /// Added to the standard deviation.
        public var epsilon: Double
        /// The method and its settings, as Swift writes them.
        public var advantage: String
        /// What happened when several samples changed one parameter.
        public var duplicates: DuplicateRule
        /// How far the parameters moved.
        public var step: StepRule
        /// The best mean reward that any parameters reach.
        public var ceiling: Double
        /// The prompts, in the order of their statistics.
        public var prompts: [Prompt]

        /// The record of a run that is about to begin.
        public init(of problem: Problem, settings: RunSettings, seed: UInt64) {
            self.seed = seed
            epochs = settings.epochs
            batchSize = settings.batchSize
            trainBatchSize = settings.trainBatchSize
            epsilon = settings.epsilon
            advantage = "\(settings.advantage)"
            duplicates = settings.duplicates
            step = settings.step.lasting(settings.updateCount)
            ceiling = problem.ceiling.value
            prompts = problem.prompts
        }

        /// The prompts' names.
        public var promptNames: [String] { prompts.map(\.name) }

        /// Method, duplicate rule and seed.
        public var title: String { "\(advantage), \(duplicates.rawValue), seed \(seed)" }
    }
}
