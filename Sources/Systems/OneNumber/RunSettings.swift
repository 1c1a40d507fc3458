public import Advantages

/// How a run is trained; the defaults are the original's.
public struct RunSettings: Hashable, Sendable {
    /// How many batches are drawn and learned from.
    public var epochs = 1000
    /// How many prompts are drawn for each batch, with replacement.
    public var batchSize = 256
    /// The batch is cut into parts of this size, in order, and the parameters are updated after each; nil: one update with
    /// the whole batch, as the original does whatever its own setting of this name says. The last part may be smaller.
    /// Parts after the first push away from samples that the policy has moved on from, and with parts of 16 that diverges.
    public var trainBatchSize: Int?
    /// How rewards become advantages.
    public var advantage = AdvantageMethod.window()
    /// Added to the standard deviation, so that equal rewards do not divide by zero.
    public var epsilon = 1e-7
    /// What happens when several samples change one parameter.
    public var duplicates = DuplicateRule.last
    /// How far the parameters move.
    public var step = StepRule.fixed()
    /// Whether the history keeps what the advantage method remembers of every prompt after every epoch.
    public var recordsPromptStatistics = false

    /// Creates the original's settings, or others.
    public init(
        epochs: Int = 1000,
        batchSize: Int = 256,
        trainBatchSize: Int? = nil,
        advantage: AdvantageMethod = .window(),
        epsilon: Double = 1e-7,
        duplicates: DuplicateRule = .last,
        step: StepRule = .fixed(),
        recordsPromptStatistics: Bool = false
    ) {
        self.epochs = epochs
        self.batchSize = batchSize
        self.trainBatchSize = trainBatchSize
        self.advantage = advantage
        self.epsilon = epsilon
        self.duplicates = duplicates
        self.step = step
        self.recordsPromptStatistics = recordsPromptStatistics
    }

    /// How often the parameters are updated in a run; 1 for a run of no epochs.
    var updateCount: Int {
        let size = trainBatchSize ?? batchSize
        let (count, isTooLarge) = epochs.multipliedReportingOverflow(by: (batchSize + size - 1) / size)
        return isTooLarge ? .max : max(1, count)
    }

    /// Throws `TrainingError.setting` for the first setting that makes no sense.
    public func validate() throws(TrainingError) {
        try require(epochs >= 0, "epochs", epochs, "at least 0")
        try requireSize(batchSize, "batchSize")
        if let size = trainBatchSize {
            try require((1...batchSize).contains(size), "trainBatchSize", size, "from 1 to the batchSize, \(batchSize)")
        }
        do throws(InvalidSetting) {
            try InvalidSetting.unlessEpsilon(epsilon)
            try advantage.validate()
        } catch {
            throw .setting(error)
        }
        try step.validate()
    }
}
