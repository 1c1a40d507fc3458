import DeterministicMath
import Exhibits
import PolicyGradient

/// How a run ended.
struct Summary: Codable, Equatable {
    let seed: UInt64
    let epochs: Int
    /// The mean reward of the first and of the last 50 epochs; nil without an epoch.
    let firstMean: Double?
    let finalMean: Double?
    /// The best mean reward that any parameters reach.
    let floor: Double
    /// The fingerprint of all rewards and the final parameters.
    let digest: String

    init(seed: UInt64, history: RunHistory, floor: Double) {
        self.seed = seed
        self.floor = floor
        epochs = history.meanRewards.count
        let rewards = history.meanRewards
        firstMean = rewards.isEmpty ? nil : rewards.prefix(50).mean()
        finalMean = rewards.isEmpty ? nil : rewards.suffix(50).mean()
        digest = history.digest.description
    }

    /// Whether the policy ended worse than it began.
    var hasDiverged: Bool {
        guard let firstMean, let finalMean else { return false }
        return finalMean < firstMean - 1
    }

    /// A line for people.
    var line: String {
        let final = finalMean.map { "final mean \(plain($0)), " } ?? "no epochs, "
        return "Seed \(seed): \(final)floor \(plain(floor))"
    }

    /// What to say of a run that got worse; nil if it did not.
    var warning: String? {
        guard hasDiverged, let firstMean, let finalMean else { return nil }
        return "warning: seed \(seed) diverged: the mean reward went from \(plain(firstMean)) to \(plain(finalMean)); "
            + "a smaller --step-size, such as 0.3, or a larger --train-batch-size helps"
    }
}

/// A number with two decimals as other programs read it: an ASCII minus, no commas.
func plain(_ value: Double) -> String {
    String(NumberFormat.places(value, 2).compactMap { $0 == "," ? nil : $0 == "−" ? "-" : $0 })
}
