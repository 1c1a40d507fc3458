/// The first place in a text where one of some terms stands as a word of its own, or in the plural.
public struct TermUse: Hashable, Sendable {
    /// The term.
    public let term: String
    /// The text before it.
    public let before: String
    /// The term as it stands there.
    public let use: String
    /// The text behind it.
    public let after: String

    /// Looks for `terms` in `text`; nil if it has none of them.
    ///
    /// Of terms that begin at one place the longest is meant: policy gradient, not policy.
    public init?(of terms: [String], in text: String) {
        let bytes = Array(text.utf8)
        let uses = terms.compactMap { term in Self.use(of: Array(term.utf8), in: bytes).map { (term, $0) } }
        let first = uses.min { ($0.1.lowerBound, -$0.0.utf8.count) < ($1.1.lowerBound, -$1.0.utf8.count) }
        guard let (term, place) = first else { return nil }
        func piece(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        self.term = term
        before = piece(0..<place.lowerBound)
        use = piece(place)
        after = piece(place.upperBound..<bytes.count)
    }

    private static func use(of term: [UInt8], in text: [UInt8]) -> Range<Int>? {
        guard !term.isEmpty else { return nil }
        var next = text.firstRange(of: term, from: 0)
        while let place = next {
            next = text.firstRange(of: term, from: place.lowerBound + 1)
            guard !endsInWord(text[..<place.lowerBound]) else { continue }
            var end = place.upperBound
            if end < text.count, text[end] == UInt8(ascii: "s") { end += 1 }
            if end == text.count || !text[end].isWordPart { return place.lowerBound..<end }
        }
        return nil
    }

    /// Whether the last character belongs to a word.
    private static func endsInWord(_ text: ArraySlice<UInt8>) -> Bool {
        // The bytes of a character after its first one begin with the bits 10.
        text.last { $0 & 0b1100_0000 != 0b1000_0000 }?.isWordPart ?? false
    }
}

extension UInt8 {
    /// Whether it belongs to a word: a letter, a digit, a hyphen, or the start of a character beyond ASCII that is neither
    /// a space nor a mark (those are U+0080 to U+00BF and U+2000 to U+2FFF).
    fileprivate var isWordPart: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "-") || (self >= 0xc3 && self != 0xe2)
    }
}
