/// The natural logarithm of x, within 1 unit in the last place; -∞ at 0, NaN below.
public func log(_ x: Double) -> Double { logarithm(x, base: .natural) }

/// The logarithm of x to base 2, within 1 unit in the last place, exact at powers of two.
public func log2(_ x: Double) -> Double { logarithm(x, base: .two) }

/// The logarithm of x to base 10, within 1 unit in the last place, exact at powers of ten.
public func log10(_ x: Double) -> Double { logarithm(x, base: .ten) }

/// log(1 + x), within 1 unit in the last place also where x is tiny; -∞ at -1, NaN below.
public func log1p(_ x: Double) -> Double {
    guard x != 0 else { return x }
    let (sum, error) = exactSum(1, x)
    guard sum.isFinite, sum > 0 else { return logarithm(sum, base: .natural) }
    return logarithm(sum, lost: error, base: .natural)
}

private func logarithm(_ x: Double, base: LogarithmBase) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x.isFinite else { return x }
    return logarithm(x, lost: 0, base: base)
}

/// The logarithm of `x + lost`, where `lost` is too small to change `x`.
///
/// x = 2ᵏ(1 + f) with 1 + f in [√½, √2). With s = f / (2 + f), log(1 + f) = 2 atanh s = f - s·f + s·R,
/// R = 2s²/3 + 2s⁴/5 + …, so that the leading term f is exact. The sums that matter keep their rounding errors.
private func logarithm(_ x: Double, lost: Double, base: LogarithmBase) -> Double {
    var k = Int(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
        m /= 2
        k += 1
    }
    let f = m - 1
    let s = f / (2 + f)
    let square = s * s
    let rest = s * (square * polynomial(square, atanhSeries) - f) + scaled(lost, byPowerOfTwo: -k) / m

    let (product, productError) = exactProduct(f, base.perUnit)
    let (sum, sumError) = exactSum(Double(k) * base.ofTwo, product)
    let small = productError + f * base.perUnitTail + rest * base.perUnit + Double(k) * base.ofTwoTail
    return sum + (sumError + small)
}

/// 2/3, 2/5, 2/7 …: enough that the next term is below 2⁻⁶⁰ of the result.
private let atanhSeries: [Double] = [
    2 / 3, 2 / 5, 2 / 7, 2 / 9, 2 / 11, 2 / 13, 2 / 15, 2 / 17, 2 / 19, 2 / 21, 2 / 23,
]

/// The constants of a logarithm's base b, each as a double and what that double leaves out.
struct LogarithmBase {
    /// log_b 2 to 40 bits, so that its product with an exponent is exact.
    let ofTwo: Double
    let ofTwoTail: Double
    /// 1 / ln b.
    let perUnit: Double
    let perUnitTail: Double

    static let natural = LogarithmBase(
        ofTwo: 0x1.62e42fefa2p-1, ofTwoTail: 0x1.9ef35793c7673p-41, perUnit: 1, perUnitTail: 0)
    static let two = LogarithmBase(
        ofTwo: 1, ofTwoTail: 0, perUnit: 0x1.71547652b82fep+0, perUnitTail: 0x1.777d0ffda0d24p-56)
    static let ten = LogarithmBase(
        ofTwo: 0x1.34413509f6p-2, ofTwoTail: 0x1.9fef311f12b36p-42, perUnit: 0x1.bcb7b1526e50ep-2,
        perUnitTail: 0x1.95355baaafad3p-57)
}
