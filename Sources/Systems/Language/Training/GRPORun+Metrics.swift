import Autodiff
import DeterministicMath
import GRPO

extension GRPORun {
    /// What the step reports.
    func metrics(first: (update: Update, norm: Float), clipped: Double, isDead: [Bool]) -> GRPOMetrics {
        guard let answers else { fatalError("a step without answers has no metrics") }
        let totals = rewards.map(\.total)
        let rollout = answers.rollout
        let count = Double(rewards.count)
        return GRPOMetrics(
            step: step - 1, reward: totals.mean(),
            rewardDeviation: rollout.grouped(totals).map { $0.count > 1 ? $0.sampleStandardDeviation() : 0 }.mean(),
            rewards: rewards.meansByName, accuracy: Double(rewards.count(where: \.isRight)) / count,
            unreadable: Double(rewards.count { !$0.isReadable }) / count,
            length: rollout.lengths.map(Double.init).mean(),
            truncated: Double(rollout.isTruncated.count(where: \.self)) / count,
            deadGroups: Double(isDead.count(where: \.self)) / Double(isDead.count), loss: first.update.loss,
            surrogate: first.update.surrogate, penalty: first.update.penalty,
            estimatedDivergence: first.update.estimatedDivergence ?? 0, divergence: first.update.divergence ?? 0,
            entropy: first.update.entropy, clipped: clipped, gradientNorm: Double(first.norm),
            learningRate: Double(settings.schedule.rate(at: step - 1)))
    }
}

extension Rollout {
    /// Numbers of completions, group by group.
    func grouped(_ numbers: [Double]) -> [[Double]] {
        var rest = numbers[...]
        return groups.map { group in
            defer { rest = rest.dropFirst(group.count) }
            return Array(rest.prefix(group.count))
        }
    }

    /// Whether all answers to each question earned the same.
    func areDead(rewards: [Double]) -> [Bool] {
        grouped(rewards).map { group in group.allSatisfy { $0 == group[0] } }
    }
}

extension [Rewards] {
    /// The mean of each reward, by its name.
    var meansByName: [String: Double] {
        guard let names = first?.names else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: names.indices.map { place in (names[place], map { $0.values[place] }.mean()) })
    }
}
