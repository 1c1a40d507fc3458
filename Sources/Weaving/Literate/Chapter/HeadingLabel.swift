import Markdown

/// The suffix `{#sec-floor}` of a heading or a caption.
enum HeadingLabel {
    /// Takes the label off the end of `inlines`; nil if there is none.
    static func split(_ inlines: inout [Inline]) -> String? {
        guard case .text(let text)? = inlines.last?.kind, text.hasSuffix("}"),
            let start = text.ranges(of: "{#").last
        else { return nil }
        let label = text[start.upperBound...].dropLast()
        guard let last = label.last, last != "-",
            label.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
        else {
            return nil
        }
        var rest = text[..<start.lowerBound]
        while rest.last == " " { rest.removeLast() }
        inlines[inlines.count - 1].kind = .text(String(rest))
        return String(label)
    }
}
