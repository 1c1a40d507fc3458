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
        moments = [Moments](repeating: Self.none, count: prompts.isEmpty ? 0 : prompts.max()! + 1)
        let (ofRewards, ofPrompts) = (rewards.span, prompts.span)
        var mayBeEqual = false
        // A buffer, because an array would ask before every write whether it is shared.
        moments.withUnsafeMutableBufferPointer { moments in
            for place in ofPrompts.indices {
                let prompt = ofPrompts[unchecked: place]
                // In the innermost loop the message of `require` would cost a tenth of it.
                precondition(prompt >= 0, "prompt \(prompt)")
                moments[prompt].count &+= 1
                moments[prompt].mean += ofRewards[place]
            }
            for prompt in moments.indices where moments[prompt].count > 0 {
                moments[prompt].mean /= Double(moments[prompt].count)
            }
            for place in ofPrompts.indices {
                let prompt = ofPrompts[unchecked: place]
                let difference = ofRewards[unchecked: place] - moments[prompt].mean
                moments[prompt].variance += difference * difference
            }
            for prompt in moments.indices where moments[prompt].count > 0 {
                moments[prompt].variance /= Double(moments[prompt].count)
                mayBeEqual = mayBeEqual || moments[prompt].count > 1 && moments[prompt].mayBeOfEqualNumbers
            }
        }
        if mayBeEqual { settle(rewards, by: prompts) }
    }

    /// Gives groups of equal rewards this reward for their mean, which rounding may have missed.
    private mutating func settle(_ rewards: [Double], by prompts: [Int]) {
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

    /// For each reward what becomes of it and of a value that is made once for each prompt's group. Each prompt must be in the batch.
    @inline(__always)
    func map<Value>(
        _ rewards: [Double], for prompts: [Int], by value: (_ group: Moments) -> Value,
        _ result: (_ reward: Double, _ value: Value) -> Double
    ) -> [Double] {
        let values = moments.map { value($0) }
        return [Double](unsafeUninitializedCapacity: prompts.count) { results, count in
            let (rewards, prompts, values, moments) = (rewards.span, prompts.span, values.span, moments.span)
            for place in prompts.indices {
                let prompt = prompts[unchecked: place]
                // As above, without a message.
                precondition(
                    moments.indices.contains(prompt) && moments[unchecked: prompt].count > 0,
                    "no group of prompt \(prompt)")
                results.initializeElement(at: place, to: result(rewards[place], values[unchecked: prompt]))
            }
            count = prompts.count
        }
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
