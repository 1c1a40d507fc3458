/// The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by Lentz's method:
/// I_x(a, b) = xᵃ (1 - x)ᵇ / (a B(a, b)) × this. It converges fast for x < (a + 1) / (a + b + 2).
func betaFraction(_ x: Double, a: Double, b: Double) -> Double {
    // Keeps a denominator that vanishes from dividing by zero (Thompson and Barnett 1986).
    func kept(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var value = d
    func append(_ numerator: Double) {
        d = 1 / kept(1 + numerator * d)
        c = kept(1 + numerator / c)
        value *= c * d
    }
    // About √a steps are needed; the bound only guards against an endless loop.
    for step in 1...1_000_000 {
        let m = Double(step)
        append(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)))
        append(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)))
        if abs(c * d - 1) < 1e-15 { break }
    }
    return value
}
