/// Numbers as text, written straight into memory.
///
/// A log of 64,000 rows is mostly numbers, and `description` makes a string of each. The text is the same: the fewest digits
/// that are read back as the same bits, and of those the nearest.
package enum DecimalText {
    /// No number takes more bytes.
    package static let maximumLength = 32

    /// Writes a number and returns how many bytes it took; there must be room for `maximumLength`.
    package static func write(_ number: Double, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
        let mantissa = number.significandBitPattern | 1 << 52
        // Beyond these bounds the scaled number does not fit; at a power of two the neighbours are not equally far.
        guard abs(number) >= 0x1p-9, abs(number) < 0x1p30, number.significandBitPattern != 0 else {
            return copy(number.description, to: bytes)
        }
        let exponent = Int(number.exponent)
        let places = 16 - (exponent * 1233) >> 12  // exponent · log₁₀ 2, rounded down
        let (digits, dropped) = shortest(
            mantissa, shift: UInt64(53 - exponent), scale: powersOfTen[places], places: places)
        var length = 0
        if number < 0 {
            bytes[0] = UInt8(ascii: "-")
            length = 1
        }
        let (whole, fraction) = digits.quotientAndRemainder(dividingBy: powersOfTen[places - dropped])
        length += write(Int(whole), to: bytes + length)
        bytes[length] = UInt8(ascii: ".")
        writeDigits(fraction, count: places - dropped, to: bytes + length + 1)
        return length + 1 + places - dropped
    }

    /// Writes a number that is not negative and returns how many bytes it took.
    package static func write(_ number: Int, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
        var (count, bound) = (1, 10)
        while count < 18, number >= bound {
            (count, bound) = (count + 1, bound * 10)
        }
        guard number < bound else { return copy(number.description, to: bytes) }
        writeDigits(UInt64(number), count: count, to: bytes)
        return count
    }

    /// The decimal with the fewest digits between the middles to both neighbours of x = mantissa · 2 / 2^shift, times `scale`,
    /// 10^`places`, without its last `dropped` digits. At least one place after the point stays.
    private static func shortest(
        _ mantissa: UInt64, shift: UInt64, scale: UInt64, places: Int
    ) -> (digits: UInt64, dropped: Int) {
        // Everything in units of 2^-shift: x, and half the distance to a neighbour.
        let x = UInt128(mantissa) * UInt128(scale) << 1
        let radius = UInt128(scale)
        let unit = UInt128(1) << shift
        // The middles themselves are read back as x if its mantissa is even.
        let inset = UInt128(mantissa & 1)
        var high = UInt64((x + radius - inset) >> shift)
        var low = UInt64((x - radius + inset + unit - 1) >> shift)
        var (digits, dropped, power) = (UInt64(x >> shift), 0, 1 as UInt64)
        while dropped < places - 1, high / 10 >= (low + 9) / 10 {
            (high, low) = (high / 10, (low + 9) / 10)
            (dropped, power) = (dropped + 1, power * 10)
        }
        // Round what was dropped; a tie to the even digit.
        let rest = UInt128(digits % power) << shift + x & (unit - 1)
        let half = UInt128(power) << (shift - 1)
        digits /= power
        if rest > half || rest == half && digits & 1 == 1 { digits += 1 }
        return (digits, dropped)
    }

    private static func writeDigits(_ number: UInt64, count: Int, to bytes: UnsafeMutablePointer<UInt8>) {
        guard count > 8 else { return writeFewDigits(UInt32(truncatingIfNeeded: number), count: count, to: bytes) }
        // Each digit waits for the one behind it; the eight last do not wait for those before them.
        let (before, last) = number.quotientAndRemainder(dividingBy: 100_000_000)
        writeDigits(before, count: count - 8, to: bytes)
        writeFewDigits(UInt32(truncatingIfNeeded: last), count: 8, to: bytes + count - 8)
    }

    private static func writeFewDigits(_ number: UInt32, count: Int, to bytes: UnsafeMutablePointer<UInt8>) {
        var (rest, place) = (number, count)
        while place > 0 {
            place &-= 1
            bytes[place] = UInt8(truncatingIfNeeded: rest % 10) | 0x30
            rest /= 10
        }
    }

    private static func copy(_ text: String, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
        var length = 0
        for byte in text.utf8 {
            bytes[length] = byte
            length += 1
        }
        return length
    }

    private static let powersOfTen: [UInt64] = (0..<20).map { exponent in
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
