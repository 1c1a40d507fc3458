extension Unicode.Scalar {
    /// Whether it is a letter, a number, or a mark on one; quick for ASCII, for which Unicode's tables need not be asked.
    var isWordPart: Bool {
        if isASCII { return UInt8(ascii: self).isASCIIAlphanumeric }
        return properties.isAlphabetic || properties.numericType != nil || properties.isGraphemeExtend
    }
}

extension UInt8 {
    /// Whether it is a letter or a digit of ASCII.
    var isASCIIAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
