/// erf x = 2/√π ∫₀ˣ e^(-t²) dt, within 2 units in the last place.
public func erf(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    let size = abs(x)
    guard size >= 0.5 else { return erfNearZero(x) }
    let value = 1 - complement(size)
    return x < 0 ? -value : value
}

/// erfc x = 1 - erf x, within 4 units in the last place also far out, where erf is 1.
public func erfc(_ x: Double) -> Double {
    guard !x.isNaN else { return x }
    if x >= 0.5 { return complement(x) }
    return x > -0.5 ? 1 - erfNearZero(x) : 2 - complement(-x)
}

/// The Taylor series of erf up to x²⁷, for |x| < ½: 2/√π (x - x³/3 + x⁵/10 - …).
private func erfNearZero(_ x: Double) -> Double {
    // 2/√π = 1 + a small number, and that number first: its rounding hardly counts beside the exact x.
    let square = x * x
    return x + x * (0.12837916709551256 + square * polynomial(square, erfSeries))
}

/// erfc x for x ≥ ½.
///
/// (1 + 2x)·e^(x²)·erfc x hardly varies there (1.23 to 1.13); up to x = 28, beyond which erfc underflows, it is
/// a Chebyshev series in u = A - B/(x + 3), which maps [½, 28] onto [-1, 1].
private func complement(_ x: Double) -> Double {
    guard x < 28 else { return 0 }
    let u = 1.2545454545454546 - 7.890909090909091 / (x + 3)
    // Clenshaw's recurrence.
    var (next, afterNext) = (0.0, 0.0)
    for index in stride(from: complementSeries.count - 1, through: 1, by: -1) {
        (next, afterNext) = (complementSeries[index] + 2 * u * next - afterNext, next)
    }
    let value = (complementSeries[0] + u * next - afterNext) / (1 + 2 * x)
    // e^(-x²) from x² and its rounding error, which e would magnify.
    let (square, lost) = exactProduct(x, x)
    return exp(-square) * (value - value * lost)
}

/// 2/√π (-1)ⁿ / (n! (2n + 1)) for n = 1, 2, …
private let erfSeries: [Double] = {
    var coefficient = 1.1283791670955126
    return (1...13).map { n in
        coefficient /= -Double(n)
        return coefficient / Double(2 * n + 1)
    }
}()

/// Computed with 80 digits from the values at 60 Chebyshev nodes; the first coefficient left out is 2⁻⁵⁷.
private let complementSeries: [Double] = [
    1.2232758877738734, -0.059852608489178574, -0.028412712737120583, 0.01703150349257855, -0.005147889380443859,
    0.0010246955411689353, -0.00012737885388214906, 5.130457209853137e-06, 1.2998673081335998e-06,
    -2.1362528448958497e-07, -6.426017857735848e-09, 4.503645406211192e-09, -7.401092986604782e-11,
    -9.51496170715352e-11, 3.3979883030590944e-12, 2.248695655468794e-12, -7.182088696854311e-14,
    -5.933539963885319e-14, 3.621342572816346e-16, 1.659356315911791e-15, 6.399876434880433e-17,
    -4.554570983558424e-17,
]
