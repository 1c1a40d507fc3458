import Markdown

/// Links from the first use of a term to its definition.
enum TermLinks {
    /// The paragraph with a link on the first use of each of the `known` terms that it has; those are then taken out.
    static func linked(_ inlines: [Inline], to known: inout [Glossary.Definition]) -> [Inline] {
        inlines.flatMap { inline -> [Inline] in
            guard case .text(let text) = inline.kind else { return [inline] }
            return linked(text, at: inline.range, to: &known)
        }
    }

    private static func linked(_ text: String, at range: SourceRange, to known: inout [Glossary.Definition]) -> [Inline]
    {
        // Of terms that begin at one place the longest is meant: policy gradient, not policy.
        let uses = known.compactMap { definition in use(of: definition.term, in: text).map { (definition, $0) } }
        let first = uses.min {
            ($0.1.lowerBound, -$0.0.term.count) < ($1.1.lowerBound, -$1.0.term.count)
        }
        guard let (definition, place) = first else { return [Inline(.text(text), at: range)] }
        known.removeAll { $0.term == definition.term }
        let link: HTML =
            "<a class=\"term\" href=\"\(Glossary.stem).html#\(definition.anchor)\">\(String(text[place]))</a>"
        return [Inline(.text(String(text[..<place.lowerBound])), at: range), Inline(.html(link.text), at: range)]
            + linked(String(text[place.upperBound...]), at: range, to: &known)
    }

    /// The first place of a term as a word of its own, or in the plural.
    private static func use(of term: String, in text: String) -> Range<String.Index>? {
        for range in text.ranges(of: term) {
            let isStart = range.lowerBound == text.startIndex || !text[text.index(before: range.lowerBound)].isWordPart
            var end = range.upperBound
            if end < text.endIndex, text[end] == "s" { end = text.index(after: end) }
            if isStart, end == text.endIndex || !text[end].isWordPart { return range.lowerBound..<end }
        }
        return nil
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber || self == "-" }
}
