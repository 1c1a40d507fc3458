import DeterministicMath

extension AdvantageMethod {
    /// Â = (r - m) / (s + ε) with the median m of each prompt's last `length` rewards and a scale s from their absolute deviations
    /// |r - m|, which a few rewards that are far off hardly move; over the whole batch's mean and deviation while a prompt has fewer
    /// than `minimumCount`, 1 ≤ `minimumCount` ≤ `length`.
    ///
    /// s is the median absolute deviation times 1.4826, 1/Φ⁻¹(¾), which makes it a normal distribution's standard deviation (Hampel,
    /// "The influence curve and its role in robust estimation", 1974). That is 0 where more than half of the rewards are equal; then
    /// s is the mean absolute deviation times √(π/2) (Iglewicz, Hoaglin, "How to detect and handle outliers", 1993: the modified
    /// z-score).
    public static func median(length: Int = 32, minimumCount: Int = 16) -> AdvantageMethod {
        AdvantageMethod(Median(length: length, minimumCount: minimumCount))
    }
}

struct Median: AdvantageRule {
    var length: Int
    var minimumCount: Int

    var name: String { "median" }
    var summary: String { "the median of its prompt's last rewards" }

    func validate() throws(InvalidSetting) { try Window(length: length, minimumCount: minimumCount).validate() }

    func with(length: Int, minimumCount: Int, decay: Double) -> Median {
        Median(length: length, minimumCount: minimumCount)
    }

    func statistics() -> any RewardStatistics { MedianStatistics(length: length, minimumCount: minimumCount) }
}

struct MedianStatistics: PromptStatistics, LearnedStatistics {
    let minimumCount: Int
    private var rings: RewardRings

    init(length: Int, minimumCount: Int) {
        self.minimumCount = minimumCount
        rings = RewardRings(length: length)
    }

    var memory: Memory { .allBatches }
    var promptCount: Int { rings.promptCount }

    mutating func record(_ rewards: [Double], for prompts: [Int]) { rings.append(rewards, for: prompts) }

    /// The median in the mean's place, and the square of the scale in the variance's.
    func moments(of prompt: Int) -> Moments? {
        guard rings.moments(of: prompt) != nil else { return nil }
        let rewards = rings.rewards(of: prompt).sorted()
        let median = rewards.middle
        let typical = medianDeviation(of: rewards, from: median)
        let scale =
            typical > 0
            ? 1.482602218505602 * typical
            : (Double.pi / 2).squareRoot() * rewards.map { abs($0 - median) }.mean()
        return Moments(count: rewards.count, mean: median, variance: scale * scale)
    }

    mutating func merge(_ workers: [Worker<MedianStatistics>]) {
        for worker in workers { rings.append(worker.statistics.rings, for: worker.numbers) }
    }

    mutating func restore(from decoder: any Decoder) throws { try rings.restore(from: decoder) }

    func encode(to encoder: any Encoder) throws { try rings.encode(to: encoder) }
}

extension [Double] {
    /// The median of numbers that are sorted.
    fileprivate var middle: Double {
        let (low, high) = (self[(count - 1) / 2], self[count / 2])
        return low + 0.5 * (high - low)
    }
}

/// The median of |x - median| over sorted numbers. From the middle outward the deviations grow on both sides, so that the smaller
/// half of them is met in order, without sorting again.
private func medianDeviation(of sorted: [Double], from median: Double) -> Double {
    var (below, above) = ((sorted.count - 1) / 2, (sorted.count - 1) / 2 + 1)
    var (last, next) = (0.0, 0.0)
    for _ in 0...sorted.count / 2 {
        let left = below >= 0 ? median - sorted[below] : .infinity
        let right = above < sorted.count ? sorted[above] - median : .infinity
        (last, next) = (next, min(left, right))
        if left <= right { below -= 1 } else { above += 1 }
    }
    return sorted.count % 2 == 1 ? next : last + 0.5 * (next - last)
}
