/// `a + b` rounded, and exactly what the rounding lost (Knuth's two-sum): `sum + error` is the true sum.
@inline(__always)
func exactSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
    let sum = a + b
    let bRounded = sum - a
    return (sum, (a - (sum - bRounded)) + (b - bRounded))
}

/// `a × b` rounded, and exactly what the rounding lost (Dekker's product), without a fused multiply-add.
///
/// Exact while neither factor is above 2⁹⁹⁰ and the product is not below 2⁻⁹⁶⁰ in size.
@inline(__always)
func exactProduct(_ a: Double, _ b: Double) -> (product: Double, error: Double) {
    let product = a * b
    let (aHigh, aLow) = halves(of: a)
    let (bHigh, bLow) = halves(of: b)
    return (product, ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
}

/// Veltkamp's split: two doubles of at most 26 significant bits each that add up to `x`.
@inline(__always)
private func halves(of x: Double) -> (high: Double, low: Double) {
    let spread = 134_217_729 * x  // 2²⁷ + 1
    let high = spread - (spread - x)
    return (high, x - high)
}

/// c₀ + c₁x + c₂x² + … by Horner's rule.
@inline(__always)
func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    var value = 0.0
    for index in stride(from: coefficients.count - 1, through: 0, by: -1) {
        value = value * x + coefficients[index]
    }
    return value
}

/// `x` × 2^`exponent`, rounded once. The exponent may be anything from -2044 to 2046.
@inline(__always)
func scaled(_ x: Double, byPowerOfTwo exponent: Int) -> Double {
    let half = exponent >> 1
    return x * powerOfTwo(half) * powerOfTwo(exponent - half)
}

/// 2^`exponent` for a normal result.
@inline(__always)
private func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(exponent + 1023) << 52)
}
