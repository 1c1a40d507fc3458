/// How a run turns rewards into advantages.
public enum AdvantageMethod: Hashable, Sendable {
    /// The whole batch's mean and standard deviation: the baseline to beat.
    case batch
    /// The last `length` rewards of each prompt; the whole batch while a prompt has fewer than `minimumCount`.
    case window(length: Int = 32, minimumCount: Int = 16)
    /// A normalised exponential moving average of each prompt's rewards; the whole batch while it has fewer than
    /// `minimumCount`.
    case ema(decay: Double = 0.9, minimumCount: Int = 16)
    /// The rewards of the same prompt in the same batch: GRPO. See `IndexedGroupStatistics`.
    case group
    /// The other rewards of the same prompt in the same batch, no scale: RLOO. See `IndexedLeaveOneOutStatistics`.
    case leaveOneOut
    /// The prompt's mean in the batch, one scale for all: REINFORCE++ with baseline. See `IndexedGroupMeanStatistics`.
    case groupMean
    /// The prompt's moving average before the batch, one scale for all: SPO. See `IndexedPersistentMeanStatistics`.
    case persistentMean(decay: Double = 0.9)
    /// The prompt's window, pulled toward all prompts' rewards. See `IndexedShrinkageStatistics`.
    case shrinkage(length: Int = 32, priorCount: Double = 1)
    /// A Kalman filter for each prompt; the whole batch while it has fewer than `minimumCount` rewards. See
    /// `IndexedKalmanStatistics`.
    case kalman(drift: Double = 0.05, minimumCount: Int = 4)
    /// The true mean and standard deviation of each prompt's reward -|x - label|. See `ExactStatistics`.
    case exact

    /// Throws `TrainingError.setting` for the first value that makes no sense.
    public func validate() throws(TrainingError) {
        switch self {
        case .batch, .group, .leaveOneOut, .groupMean, .exact:
            break
        case .window(let length, let minimumCount):
            try requireSize(length, "window length")
            try require(minimumCount >= 1, "minimum count", minimumCount, "at least 1")
            try require(minimumCount <= length, "minimum count", minimumCount, "at most the window's length, \(length)")
        case .ema(let decay, let minimumCount):
            try require(decay > 0 && decay < 1, "decay", decay, "between 0 and 1, both excluded")
            try require(minimumCount >= 1, "minimum count", minimumCount, "at least 1")
        case .persistentMean(let decay):
            try require(decay > 0 && decay < 1, "decay", decay, "between 0 and 1, both excluded")
        case .shrinkage(let length, let priorCount):
            try requireSize(length, "window length")
            try require(priorCount >= 0 && priorCount.isFinite, "prior count", priorCount, "finite and at least 0")
        case .kalman(let drift, let minimumCount):
            try require(drift > 0 && drift.isFinite, "drift", drift, "positive and finite")
            try require(minimumCount >= 2, "minimum count", minimumCount, "at least 2")
        }
    }

    /// The estimator, for prompts known by index. That of `exact` knows no prompt, and so measures against the batch: the
    /// truth is a policy's, and `Run` makes an estimator of it for each epoch.
    public func estimator(epsilon: Double) -> any AdvantageEstimator<Int> {
        switch self {
        case .batch:
            BatchStatistics(epsilon: epsilon)
        case .window(let length, let minimumCount):
            IndexedWindowStatistics(length: length, minimumCount: minimumCount, epsilon: epsilon)
        case .ema(let decay, let minimumCount):
            IndexedEMAStatistics(decay: decay, minimumCount: minimumCount, epsilon: epsilon)
        case .group:
            IndexedGroupStatistics(epsilon: epsilon)
        case .leaveOneOut:
            IndexedLeaveOneOutStatistics()
        case .groupMean:
            IndexedGroupMeanStatistics(epsilon: epsilon)
        case .persistentMean(let decay):
            IndexedPersistentMeanStatistics(decay: decay, epsilon: epsilon)
        case .shrinkage(let length, let priorCount):
            IndexedShrinkageStatistics(length: length, priorCount: priorCount, epsilon: epsilon)
        case .kalman(let drift, let minimumCount):
            IndexedKalmanStatistics(drift: drift, minimumCount: minimumCount, epsilon: epsilon)
        case .exact:
            ExactStatistics(epsilon: epsilon)
        }
    }
}
