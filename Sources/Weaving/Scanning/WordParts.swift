extension Unicode.Scalar {
    /// Whether it is a letter, a number, or a mark on one; quick for ASCII, for which Unicode's tables need not be asked.
    var isWordPart: Bool {
        if isASCII { return UInt8(ascii: self).isASCIIAlphanumeric }
        return properties.isAlphabetic || properties.numericType != nil || properties.isGraphemeExtend
    }
}
