import DeterministicMath

/// What a policy's five logits say: the softmax, ready to be drawn from and to be learnt from.
struct ActionDistribution: Sendable {
    /// log π of each action in lanes 0 to 4.
    let logProbabilities: SIMD8<Float>
    /// The probability of an action or one before it, in lanes 0 to 4.
    let cumulative: SIMD8<Double>
    /// -Σ π log π, in nats.
    let entropy: Float

    /// The distribution of the logits in lanes 0 to 4.
    init(logits: SIMD8<Float>) {
        var largest = logits[0]
        for action in 1..<Action.count where logits[action] > largest { largest = logits[action] }
        var sums = SIMD8<Double>.zero
        var sum = 0.0
        for action in 0..<Action.count {
            sum += exp(Double(logits[action] - largest))
            sums[action] = sum
        }
        let logarithm = log(sum)
        var logs = SIMD8<Float>.zero
        var entropy = 0.0
        var before = 0.0
        for action in 0..<Action.count {
            let logProbability = Double(logits[action] - largest) - logarithm
            logs[action] = Float(logProbability)
            entropy -= (sums[action] - before) / sum * logProbability
            before = sums[action]
            sums[action] /= sum
        }
        logProbabilities = logs
        cumulative = sums
        self.entropy = Float(entropy)
    }

    /// The probability of each action.
    var probabilities: [Double] { (0..<Action.count).map { probability($0) } }

    @inline(__always)
    func probability(_ action: Int) -> Double {
        cumulative[action] - (action > 0 ? cumulative[action - 1] : 0)
    }

    /// Draws an action.
    func draw(using generator: inout Xoshiro256StarStar) -> Int {
        let number = generator.uniform()
        for action in 0..<Action.count - 1 where number < cumulative[action] { return action }
        return Action.count - 1
    }

    /// ∂/∂logits of -log π(action) · advantage - entropyWeight · H: that is Â(π - 1ₐ) + wπ(log π + H).
    func slope(_ action: Int, advantage: Float, entropyWeight: Float) -> SIMD8<Float> {
        var slope = SIMD8<Float>.zero
        for other in 0..<Action.count {
            slope[other] =
                Float(probability(other)) * (advantage + entropyWeight * (logProbabilities[other] + entropy))
        }
        slope[action] -= advantage
        return slope
    }
}
