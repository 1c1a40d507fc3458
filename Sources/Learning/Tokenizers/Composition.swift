#if canImport(FoundationEssentials)
// The standard library composes for its own comparisons, and lets Foundation ask for it in this way.
@_spi(_Unicode) import Swift

extension String {
    /// The text in Unicode's normalization form C: an e and an accent are one character é (Unicode, annex 15).
    var composed: String {
        var scalars = UnicodeScalarView()
        scalars.append(contentsOf: _nfc)
        return String(scalars)
    }
}
#else
extension String {
    /// The text in Unicode's normalization form C: an e and an accent are one character é (Unicode, annex 15).
    var composed: String { precomposedStringWithCanonicalMapping }
}
#endif
