import DeterministicMath
import Exhibits
import OneNumber

/// How a run ended.
struct Summary: Codable, Equatable {
    let seed: UInt64
    let epochs: Int
    /// The expected reward of the policy before any learning, and of that after the last epoch.
    let expectedAtStart: Double
    let expectedAtEnd: Double
    /// The mean reward of the first and of the last `RunHistory.finalEpochCount` epochs; nil without an epoch.
    let firstMean: Double?
    let finalMean: Double?
    /// The best mean reward that any parameters reach.
    let ceiling: Double
    /// The fingerprint of all rewards and the final parameters.
    let digest: String

    init(seed: UInt64, problem: Problem, history: RunHistory) {
        self.seed = seed
        expectedAtStart = problem.expectedReward(under: problem.policy)
        expectedAtEnd = problem.expectedReward(under: history.policy)
        ceiling = problem.ceiling.value
        epochs = history.meanRewards.count
        let rewards = history.meanRewards
        firstMean = rewards.isEmpty ? nil : rewards.prefix(RunHistory.finalEpochCount).mean()
        finalMean = rewards.isEmpty ? nil : history.finalReward
        digest = history.digest.description
    }

    /// Whether the policy ended clearly worse than it began. The expected rewards have no sampling noise, and know of epochs
    /// before the first mean's end; the quarter is for policies that have hardly moved, which may be a little worse.
    var hasDiverged: Bool { expectedAtEnd < 1.25 * expectedAtStart }

    /// A line for people.
    var line: String {
        let final = finalMean.map { "final mean \(plain($0)), " } ?? "no epochs, "
        return "Seed \(seed): \(final)ceiling \(plain(ceiling))"
    }

    /// What to say of a run that got worse; nil if it did not.
    var warning: String? {
        guard hasDiverged else { return nil }
        return "warning: seed \(seed) diverged: the expected reward went from \(plain(expectedAtStart)) "
            + "to \(plain(expectedAtEnd)); "
            + "a smaller --step-size, such as 0.3, or a larger --train-batch-size helps"
    }
}

/// A number with two decimals as other programs read it: an ASCII minus, no commas.
func plain(_ value: Double) -> String {
    String(NumberFormat.places(value, 2).compactMap { $0 == "," ? nil : $0 == "−" ? "-" : $0 })
}
