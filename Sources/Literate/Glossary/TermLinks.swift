import Markdown

/// Links from the first use of a term to its definition.
enum TermLinks {
    /// The paragraph with a link on the first use of each of the `known` terms that it has; those are then taken out.
    static func linked(_ inlines: [Inline], to known: inout [String]) -> [Inline] {
        inlines.flatMap { inline -> [Inline] in
            guard case .text(let text) = inline.kind else { return [inline] }
            return linked(text, at: inline.range, to: &known)
        }
    }

    private static func linked(_ text: String, at range: SourceRange, to known: inout [String]) -> [Inline]
    {
        // Of terms that begin at one place the longest is meant: policy gradient, not policy.
        let bytes = Array(text.utf8)
        let uses = known.compactMap { term in use(of: term, in: bytes).map { (term, $0) } }
        let first = uses.min {
            ($0.1.lowerBound, -$0.0.utf8.count) < ($1.1.lowerBound, -$1.0.utf8.count)
        }
        guard let (term, place) = first else { return [Inline(.text(text), at: range)] }
        known.removeAll { $0 == term }
        func piece(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
        let link: HTML =
            "<a class=\"term\" href=\"\(Glossary.stem).html#\(Glossary.anchor(of: term))\">\(piece(bytes[place]))</a>"
        return [Inline(.text(piece(bytes[..<place.lowerBound])), at: range), Inline(.html(link.text), at: range)]
            + linked(piece(bytes[place.upperBound...]), at: range, to: &known)
    }

    /// The first place of a term as a word of its own, or in the plural.
    ///
    /// Every text of a book is searched for every term: bytes, since a search by characters would take most of a weave.
    private static func use(of term: String, in text: [UInt8]) -> Range<Int>? {
        let term = Array(term.utf8)
        guard let first = term.first, text.count >= term.count else { return nil }
        for start in 0...(text.count - term.count)
        where text[start] == first && text[start..<(start + term.count)].elementsEqual(term) {
            guard start == 0 || !text[start - 1].isWordPart else { continue }
            var end = start + term.count
            if end < text.count, text[end] == UInt8(ascii: "s") { end += 1 }
            if end == text.count || !text[end].isWordPart { return start..<end }
        }
        return nil
    }
}

extension UInt8 {
    /// Whether it belongs to a word: a letter, a digit, a hyphen, or the start of a character beyond ASCII that is neither
    /// a space nor a mark (those are U+0080 to U+00BF and U+2000 to U+2FFF).
    fileprivate var isWordPart: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "-") || (self >= 0xc3 && self != 0xe2)
    }
}
