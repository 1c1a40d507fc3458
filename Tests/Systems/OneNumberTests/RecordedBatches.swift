import DeterministicMath

/// A stream of batches: prompts 0 ..< 7 unevenly often, rewards that drift.
struct RecordedBatches {
    var prompts: [[Int]] = []
    var rewards: [[Double]] = []

    init(count: Int = 12, size: Int = 20) {
        var generator = Xoshiro256StarStar(seed: 77)
        for epoch in 0..<count {
            prompts.append((0..<size).map { _ in min(generator.integer(below: 7), generator.integer(below: 7)) })
            rewards.append((0..<size).map { _ in -50 + Double(epoch) + 10 * generator.normal() })
        }
    }

    /// All rewards of a prompt up to and with an epoch, oldest first.
    func history(of prompt: Int, through epoch: Int) -> [Double] {
        (0...epoch).flatMap { epoch in
            zip(prompts[epoch], rewards[epoch]).filter { $0.0 == prompt }.map(\.1)
        }
    }
}

/// Â by the formula as it is written, for one reward.
func literalAdvantage(_ reward: Double, among rewards: [Double], weights: [Double], epsilon: Double) -> Double {
    let total = weights.reduce(0, +)
    let mean = zip(weights, rewards).reduce(0) { $0 + $1.0 * $1.1 } / total
    let variance = zip(weights, rewards).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) } / total
    return (reward - mean) / (variance.squareRoot() + epsilon)
}

func ones(_ count: Int) -> [Double] { [Double](repeating: 1, count: count) }

func agree(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-9 * max(1, abs($1)) }
}
