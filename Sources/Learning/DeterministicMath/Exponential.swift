/// eˣ, within 1 unit in the last place: the same bits on every machine.
///
/// x = k·ln 2 + r with |r| ≤ ln 2 / 2; eʳ is its Taylor series up to r¹³, whose next term is below 2⁻⁵⁷.
public func exp(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    guard x < 710 else { return .infinity }
    guard x > -746 else { return 0 }
    let (k, r, tail) = reducedExponent(x)
    return scaled(1 + (r + (tail + r * r * polynomial(r, secondOrderSeries))), byPowerOfTwo: k)
}

/// eˣ - 1, within 2 units in the last place also where x is tiny.
public func expm1(_ x: Double) -> Double {
    guard !x.isNaN, x != 0 else { return x }
    guard x > -40 else { return -1 }
    guard x < 40 else { return exp(x) }
    let (k, r, tail) = reducedExponent(x)
    let rest = tail + r * r * polynomial(r, secondOrderSeries)
    let power = scaled(1, byPowerOfTwo: k)
    let (sum, error) = exactSum(power - 1, power * r)
    return sum + (error + power * rest)
}

/// tanh x, within 2 units in the last place.
public func tanh(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let size = abs(x)
    // From here on 1 - tanh is below half a unit in the last place of 1.
    guard size < 20 else { return x < 0 ? -1 : 1 }
    let growth = expm1(2 * size)
    let value = size < 1 ? growth / (growth + 2) : 1 - 2 / (growth + 2)
    return x.sign == .minus ? -value : value
}

/// k, r and a correction to r, such that x = k·ln 2 + r + tail.
@inline(__always)
private func reducedExponent(_ x: Double) -> (k: Int, r: Double, tail: Double) {
    let k = Int(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5))
    let high = x - Double(k) * LogarithmBase.natural.ofTwo  // exact: the factor ends in 13 zero bits
    let low = Double(k) * LogarithmBase.natural.ofTwoTail
    let r = high - low
    return (k, r, (high - r) - low)
}

/// (eʳ - 1 - r) / r² = 1/2! + r/3! + r²/4! + …
private let secondOrderSeries: [Double] = [
    1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040, 1 / 40320, 1 / 362_880, 1 / 3_628_800, 1 / 39_916_800,
    1 / 479_001_600, 1 / 6_227_020_800,
]
