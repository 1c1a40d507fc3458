/// An angle as a multiple of π/2 and a remainder: x = (4n + quadrant)·π/2 + r + tail with |r| ≤ π/4.
///
/// The reduction is Payne and Hanek's ("Radian reduction for trigonometric functions", 1983), in integers: of the
/// endless binary fraction 2/π it takes the 192 bits that decide x·2/π modulo 4, so a huge x is as exact as a small one.
struct QuadrantAngle {
    let quadrant: Int
    let r: Double
    let tail: Double

    /// Nil for 0 and for what is not finite.
    init?(_ x: Double) {
        guard x.isFinite, x != 0 else { return nil }
        guard abs(x) > 0.7853981633974483 else {
            (quadrant, r, tail) = (0, x, 0)
            return
        }
        // |x| = mantissa × 2^exponent, and bits of 2/π that weigh 4 or more after the product can be left away.
        let mantissa = UInt64(scaled(x.magnitude.significand, byPowerOfTwo: 52))
        let exponent = Int(x.exponent) - 52
        let product = Self.product(mantissa, twoOverPiFrom: exponent - 2)

        // The product's top two bits count quarter turns, the other 190 are the fraction of one. Adding half a quarter
        // turn makes the nearest multiple of π/2, and the fraction a signed number.
        let turns = Int((product.high &+ (1 << 61)) >> 62)
        var high = product.high << 2 | product.middle >> 62
        var low = product.middle << 2 | product.low >> 62
        let isBelow = high >> 63 == 1
        if isBelow {  // the distance to the multiple above: two's complement
            low = ~low &+ 1
            high = ~high &+ (low == 0 ? 1 : 0)
        }
        let shift = high.leadingZeroBitCount
        // 128 bits of fraction are plenty: no double is nearer than 2⁻⁶² to a multiple of π/2 without being small itself.
        let top = high << shift | low >> (64 - shift)
        let bottom = low << shift
        let leading = scaled(Double(top >> 11), byPowerOfTwo: -53 - shift)
        let following = scaled(
            Double((top & 0x7ff) << 53 | bottom >> 11), byPowerOfTwo: -117 - shift)

        let (angle, error) = exactProduct(leading, 0x1.921fb54442d18p+0)
        let rest = error + leading * 0x1.1a62633145c07p-54 + following * 0x1.921fb54442d18p+0
        let sum = angle + rest
        let lost = (angle - sum) + rest
        let sign = (x < 0) != isBelow ? -1.0 : 1.0
        quadrant = (x < 0 ? 4 - turns : turns) & 3
        r = sign * sum
        tail = sign * lost
    }

    /// The product of `mantissa` and the 192 bits of 2/π that follow its first `offset` bits, modulo 2¹⁹².
    private static func product(
        _ mantissa: UInt64, twoOverPiFrom offset: Int
    ) -> (high: UInt64, middle: UInt64, low: UInt64) {
        let start = offset + 64  // the table begins with 64 zero bits
        let (word, shift) = (start / 64, start % 64)
        func bits(_ index: Int) -> UInt64 {
            twoOverPi[word + index] << shift | twoOverPi[word + index + 1] >> (64 - shift)
        }
        let low = mantissa.multipliedFullWidth(by: bits(2))
        let middle = mantissa.multipliedFullWidth(by: bits(1))
        let (middleSum, carry) = middle.low.addingReportingOverflow(low.high)
        let high = mantissa &* bits(0) &+ middle.high &+ (carry ? 1 : 0)
        return (high, middleSum, low.low)
    }
}

/// The binary digits of 2/π, after 64 zeros.
private let twoOverPi: [UInt64] = [
    0, 0xa2f9_836e_4e44_1529, 0xfc27_57d1_f534_ddc0, 0xdb62_9599_3c43_9041, 0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0, 0x0649_2eea_09d1_921c, 0xfe1d_eb1c_b129_a73e, 0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41, 0x3991_d639_8353_39f4, 0x9c84_5f8b_bdf9_283b, 0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f, 0x6d36_7ecf_27cb_09b7, 0x4f46_3f66_9e5f_ea2d, 0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea, 0x6bfb_5fb1_1f8d_5d08, 0x5603_3046_fc7b_6bab,
]
