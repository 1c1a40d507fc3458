/// The one rule by which numbers are printed on pages and in figures.
///
/// A true minus sign, a point for decimals, a comma between thousands, and rounding half away from zero of the shortest
/// decimal that identifies the number, so that 2.675 to two places is 2.68. No locale, no C library: the same text everywhere.
public enum NumberFormat {
    /// `value` with exactly `places` decimals: `places(-47.449, 1)` is `−47.4`. A rounded zero has no sign.
    public static func places(_ value: Double, _ places: Int) -> String {
        precondition(places >= 0, "a number can not have \(places) decimals")
        guard let decimal = DecimalDigits(value) else { return special(value) }
        return decimal.rounded(toPlaces: places).text(places: places)
    }

    /// `value` with `digits` significant digits, but never fewer digits than its whole part has.
    ///
    /// `significant(-8.937, 3)` is `−8.94`, `significant(123456, 3)` is `123,456`. Below 0.0001 and from 10¹⁵ on it is
    /// written with a power of ten, `1.2 × 10⁻⁷`. Zeros at the end of the decimals are dropped.
    public static func significant(_ value: Double, _ digits: Int) -> String {
        precondition(digits >= 1, "a number needs at least one significant digit, not \(digits)")
        guard let decimal = DecimalDigits(value) else { return special(value) }
        guard value != 0 else { return "0" }
        let magnitude = decimal.magnitude
        if magnitude < -4 || magnitude >= 15 {
            let rounded = decimal.rounded(toPlaces: digits - 1 - magnitude)
            let mantissa = rounded.shifted(by: -rounded.magnitude).text(places: digits - 1)
            return trimmed(mantissa) + " × 10" + superscript(rounded.magnitude)
        }
        let places = max(0, digits - 1 - magnitude)
        return trimmed(decimal.rounded(toPlaces: places).text(places: places))
    }

    /// A whole number with a comma between thousands: `1,000`.
    public static func integer(_ value: some BinaryInteger) -> String {
        (value < 0 ? "−" : "") + grouped(String(value.magnitude))
    }

    /// `value` times one hundred with a percent sign: `percent(0.134, 1)` is `13.4 %`, with a space that does not break.
    public static func percent(_ value: Double, _ places: Int) -> String {
        guard let decimal = DecimalDigits(value) else { return special(value) + "\u{a0}%" }
        return decimal.shifted(by: 2).rounded(toPlaces: places).text(places: places) + "\u{a0}%"
    }

    private static func special(_ value: Double) -> String {
        value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞"
    }

    private static func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var text = text
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    private static func superscript(_ exponent: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return (exponent < 0 ? "⁻" : "") + String(String(exponent.magnitude).map { digits[$0.wholeNumberValue!] })
    }

    fileprivate static func grouped(_ digits: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return result
    }
}

extension Double {
    /// This number with exactly `count` decimals, as the book prints it.
    public func places(_ count: Int) -> String { NumberFormat.places(self, count) }
    /// This number with `count` significant digits, as the book prints it.
    public func significant(_ count: Int) -> String { NumberFormat.significant(self, count) }
    /// This share of one as a percentage with `count` decimals, as the book prints it.
    public func percent(_ count: Int = 0) -> String { NumberFormat.percent(self, count) }
}

/// A finite number as decimal digits: ± 0.d₁d₂d₃… × 10^`point`.
private struct DecimalDigits {
    var isNegative: Bool
    var digits: [UInt8]
    var point: Int

    /// The shortest decimal that identifies `value`; nil if it is not finite.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        isNegative = value < 0
        digits = []
        point = 0
        var exponent = 0
        var seenPoint = false
        var text = Substring(value.magnitude.description)
        if let e = text.firstIndex(of: "e") {
            exponent = Int(text[text.index(after: e)...])!
            text = text[..<e]
        }
        for character in text {
            if character == "." {
                seenPoint = true
            } else {
                digits.append(UInt8(character.wholeNumberValue!))
                if !seenPoint { point += 1 }
            }
        }
        point += exponent
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        point = digits.isEmpty ? 0 : point - zeros
        while digits.last == 0 { digits.removeLast() }
    }

    /// The power of ten of the first digit: 2 for 123, −1 for 0.5.
    var magnitude: Int { point - 1 }

    func shifted(by power: Int) -> DecimalDigits {
        var copy = self
        if !digits.isEmpty { copy.point += power }
        return copy
    }

    /// Half away from zero; `places` may be negative.
    func rounded(toPlaces places: Int) -> DecimalDigits {
        let keep = point + places
        guard keep < digits.count else { return self }
        var copy = self
        guard keep >= 0 else {
            copy.digits = []
            copy.point = 0
            return copy
        }
        let roundsUp = digits[keep] >= 5
        copy.digits.removeSubrange(keep...)
        if roundsUp {
            var index = keep - 1
            while index >= 0, copy.digits[index] == 9 {
                copy.digits[index] = 0
                index -= 1
            }
            if index >= 0 {
                copy.digits[index] += 1
            } else {
                copy.digits.insert(1, at: 0)
                copy.point += 1
            }
        }
        while copy.digits.last == 0 { copy.digits.removeLast() }
        if copy.digits.isEmpty { copy.point = 0 }
        return copy
    }

    /// With exactly `places` decimals; the number must not have more.
    func text(places: Int) -> String {
        let padded = point > 0 ? digits : Array(repeating: 0, count: -point) + digits
        let wholeCount = max(0, point)
        let whole = (0..<wholeCount).map { $0 < padded.count ? padded[$0] : 0 }
        let fraction = (wholeCount..<(wholeCount + places)).map { $0 < padded.count ? padded[$0] : 0 }
        let wholeText = whole.isEmpty ? "0" : NumberFormat.grouped(whole.map(String.init).joined())
        return (isNegative && !digits.isEmpty ? "−" : "") + wholeText
            + (places > 0 ? "." + fraction.map(String.init).joined() : "")
    }
}
