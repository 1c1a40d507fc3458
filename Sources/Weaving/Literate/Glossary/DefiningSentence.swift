import Markdown

/// The sentence around a term in a paragraph, without notes.
struct DefiningSentence {
    private var inlines: [Inline]
    /// The formula right after the term, in TeX.
    let symbol: String?

    /// The sentence in a paragraph around the term at `index`.
    init(in paragraph: [Inline], around index: Int) {
        inlines = [paragraph[index]]
        // A formula's dollar signs leave empty texts.
        for inline in paragraph[..<index].reversed() where inline.plain != "" {
            if Self.ends(inline), let sentence = Self.withoutSpace(inlines) {
                inlines = sentence
                break
            }
            if case .text(let text) = inline.kind, let end = Self.lastEnd(in: text) {
                inlines.insert(Inline(.text(String(text[end...])), at: inline.range), at: 0)
                break
            }
            if !Self.isNote(inline) { inlines.insert(inline, at: 0) }
        }
        for inline in paragraph[(index + 1)...] {
            if case .text(let text) = inline.kind, let end = Self.firstEnd(in: text) {
                inlines.append(Inline(.text(String(text[..<end])), at: inline.range))
                break
            }
            if !Self.isNote(inline) { inlines.append(inline) }
            if Self.ends(inline) { break }
        }
        var after = paragraph[(index + 1)...]
        if after.first?.plain == " " { after.removeFirst() }
        symbol = after.first.flatMap { inline in
            if case .marked(.unbroken, let children) = inline.kind, let formula = children.first?.formula {
                return formula
            }
            return inline.formula
        }
    }

    /// The sentence of `page`, to be shown on another: its links lead back.
    func inlines(fromPage page: String) -> [Inline] { inlines.map { $0.leading(to: page) } }

    /// Whether the inline ends with a mark that ends a sentence, as far as can be seen without what follows.
    private static func ends(_ inline: Inline) -> Bool {
        switch inline.kind {
        case .text(let text): text.last { !")”’".contains($0) }.map { ".?!".contains($0) } ?? false
        case .marked(.unbroken, let children), .marked(.note, let children): children.last.map(ends) ?? false
        default: false
        }
    }

    /// The inlines without the space or the line break that they begin with; nil if they begin with neither.
    private static func withoutSpace(_ inlines: [Inline]) -> [Inline]? {
        if inlines[0].isBreak { return Array(inlines.dropFirst()) }
        guard case .text(let text) = inlines[0].kind, text.first == " " else { return nil }
        return [Inline(.text(String(text.dropFirst())), at: inlines[0].range)] + inlines.dropFirst()
    }

    // Made once: that takes longer than to read a paragraph. Nothing in them changes when they are used.
    private nonisolated(unsafe) static let endWithSpace = #/[.?!][)”’]*\s+/#
    private nonisolated(unsafe) static let end = #/[.?!][)”’]*(?=\s|$)/#

    /// Just after the last point, question mark or exclamation mark that a space follows, and what it closes.
    private static func lastEnd(in text: String) -> String.Index? {
        text.matches(of: endWithSpace).last?.range.upperBound
    }

    /// Just after the first mark that ends a sentence.
    private static func firstEnd(in text: String) -> String.Index? {
        text.firstMatch(of: end)?.range.upperBound
    }

    private static func isNote(_ inline: Inline) -> Bool {
        switch inline.kind {
        case .marked(.note, _), .marked(.noteReference, _): true
        default: false
        }
    }
}

extension Inline {
    fileprivate var isBreak: Bool { kind == .softBreak || kind == .lineBreak }

    fileprivate var formula: String? {
        if case .formula(let tex) = kind { tex } else { nil }
    }

    /// The piece with its links to places on its own page as links to `page`.
    fileprivate func leading(to page: String) -> Inline {
        func address(_ address: String) -> String { address.hasPrefix("#") ? page + address : address }
        let kind = kind.mapChildren { $0.map { $0.leading(to: page) } }
        return switch kind {
        case .link(let destination, let title, let children):
            Inline(.link(destination: address(destination), title: title, children), at: range)
        case .marked(.reference(let target), let children):
            Inline(.marked(.reference(to: address(target)), children), at: range)
        case .marked(.citation(let target), let children):
            Inline(.marked(.citation(of: address(target)), children), at: range)
        default: Inline(kind, at: range)
        }
    }

    fileprivate var plain: String? {
        if case .text(let text) = kind { text } else { nil }
    }
}
