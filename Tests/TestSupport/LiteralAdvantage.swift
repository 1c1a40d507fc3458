/// Â by the formula as it is written, for one reward.
public func literalAdvantage(_ reward: Double, among rewards: [Double], weights: [Double], epsilon: Double) -> Double {
    let total = weights.reduce(0, +)
    let mean = zip(weights, rewards).reduce(0) { $0 + $1.0 * $1.1 } / total
    let variance = zip(weights, rewards).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) } / total
    return (reward - mean) / (variance.squareRoot() + epsilon)
}

/// As many ones.
public func ones(_ count: Int) -> [Double] { [Double](repeating: 1, count: count) }

/// Whether all numbers are the same to nine digits.
public func agree(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-9 * max(1, abs($1)) }
}
