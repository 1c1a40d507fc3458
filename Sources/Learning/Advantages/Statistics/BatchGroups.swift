import DeterministicMath

/// A batch's rewards grouped by prompt, for methods that compare a reward with those of the same prompt in the same batch.
struct BatchGroups: Hashable, Sendable {
    /// The moments of each prompt's rewards; a count of 0 for a prompt that is not in the batch.
    private(set) var moments: [Moments] = []

    private static let none = Moments(count: 0, mean: 0, variance: 0)

    /// Nothing grouped yet.
    init() {}

    /// Groups a batch. Sums run in batch order.
    init(_ rewards: [Double], by prompts: [Int]) {
        moments.grow(toHold: prompts, filling: Self.none)
        for (reward, prompt) in zip(rewards, prompts) {
            moments[prompt].count += 1
            moments[prompt].mean += reward
        }
        for prompt in moments.indices where moments[prompt].count > 0 {
            moments[prompt].mean /= Double(moments[prompt].count)
        }
        for (reward, prompt) in zip(rewards, prompts) {
            let difference = reward - moments[prompt].mean
            moments[prompt].variance += difference * difference
        }
        for prompt in moments.indices where moments[prompt].count > 0 {
            moments[prompt].variance /= Double(moments[prompt].count)
        }
        settle(rewards, by: prompts)
    }

    /// Gives groups of equal rewards this reward for their mean, which rounding may have missed.
    private mutating func settle(_ rewards: [Double], by prompts: [Int]) {
        guard moments.contains(where: { $0.count > 1 && $0.mayBeOfEqualNumbers }) else { return }
        var firsts = [Double?](repeating: nil, count: moments.count)
        var areEqual = moments.map(\.mayBeOfEqualNumbers)
        for (reward, prompt) in zip(rewards, prompts) {
            if let first = firsts[prompt] {
                areEqual[prompt] = areEqual[prompt] && reward == first
            } else {
                firsts[prompt] = reward
            }
        }
        for prompt in moments.indices where areEqual[prompt] {
            guard let first = firsts[prompt] else { continue }
            moments[prompt] = Moments(count: moments[prompt].count, mean: first, variance: 0)
        }
    }

    /// One more than the largest prompt.
    var promptCount: Int { moments.count }

    /// The group of a prompt that must be in the batch.
    subscript(prompt: Int) -> Moments {
        guard let moments = self.moments(of: prompt) else {
            fatalError("prompt \(prompt) is not in the batch that was recorded last")
        }
        return moments
    }

    /// The moments of a prompt's group; nil if it has none.
    func moments(of prompt: Int) -> Moments? {
        guard prompt < moments.count, moments[prompt].count > 0 else { return nil }
        return moments[prompt]
    }

    /// Takes in the groups of another part of the batch, whose prompt p is `numbers[p]` here.
    mutating func join(_ other: BatchGroups, numbered numbers: [Int]) {
        moments.grow(toHold: numbers, filling: Self.none)
        for (newer, number) in zip(other.moments, numbers) where newer.count > 0 {
            moments[number] = moments[number].count > 0 ? moments[number].joined(with: newer) : newer
        }
    }
}

extension Moments {
    /// The moments of these numbers and others together (Chan, Golub, LeVeque, "Updating formulae and a pairwise algorithm for
    /// computing sample variances", 1979).
    fileprivate func joined(with other: Moments) -> Moments {
        let total = count + other.count
        let share = Double(other.count) / Double(total)
        let difference = other.mean - mean
        return Moments(
            count: total,
            mean: mean + difference * share,
            variance: variance + share * (other.variance - variance) + difference * difference * share * (1 - share))
    }
}

extension BatchGroups: Codable {
    /// Restores groups that were saved. Throws `DecodingError` for contents that no rewards have.
    init(from decoder: any Decoder) throws {
        moments = try [Moments](from: decoder)
        try decoder.require(
            moments.allSatisfy {
                $0.count > 0 && $0.count <= RewardRings.mostRecorded && AdvantageError.isValid($0.mean)
                    && $0.variance >= 0 && $0.variance.squareRoot() < 2 * AdvantageError.rewardBound
            },
            "a group that no rewards have")
    }

    /// Saves the groups.
    func encode(to encoder: any Encoder) throws { try moments.encode(to: encoder) }
}
