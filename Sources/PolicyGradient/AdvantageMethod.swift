/// How a run turns rewards into advantages.
public enum AdvantageMethod: Hashable, Sendable {
    /// The whole batch's mean and standard deviation: the baseline to beat.
    case batch
    /// The last `length` rewards of each prompt; the whole batch while a prompt has fewer than `minimumCount`.
    case window(length: Int = 32, minimumCount: Int = 16)
    /// A normalised exponential moving average of each prompt's rewards; the whole batch while it has fewer than
    /// `minimumCount`.
    case ema(decay: Double = 0.9, minimumCount: Int = 16)

    /// Throws `TrainingError.setting` for the first value that makes no sense.
    public func validate() throws(TrainingError) {
        switch self {
        case .batch:
            break
        case .window(let length, let minimumCount):
            try require(length >= 1, "window length", length, "at least 1")
            try require(minimumCount >= 1, "minimum count", minimumCount, "at least 1")
            try require(minimumCount <= length, "minimum count", minimumCount, "at most the window's length, \(length)")
        case .ema(let decay, let minimumCount):
            try require(decay > 0 && decay < 1, "decay", decay, "between 0 and 1, both excluded")
            try require(minimumCount >= 1, "minimum count", minimumCount, "at least 1")
        }
    }

    /// The estimator, for prompts known by index.
    public func estimator(epsilon: Double) -> any AdvantageEstimator<Int> {
        switch self {
        case .batch:
            BatchStatistics(epsilon: epsilon)
        case .window(let length, let minimumCount):
            IndexedWindowStatistics(length: length, minimumCount: minimumCount, epsilon: epsilon)
        case .ema(let decay, let minimumCount):
            IndexedEMAStatistics(decay: decay, minimumCount: minimumCount, epsilon: epsilon)
        }
    }
}
