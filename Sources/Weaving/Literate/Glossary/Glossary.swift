import Markdown

/// The terms of a book, which `book.yml` lists and chapters define: where a term first stands in **bold**.
///
/// Each definition gets an `id`, the first use in every later chapter a link, and a page of the book collects the sentences.
struct Glossary: Sendable {
    /// A term with the sentence that defines it.
    struct Definition: Hashable, Codable, Sendable {
        var term: String
        /// The page of the definition, where it has the `id` ``anchor``.
        var page: String
        /// What the definition's chapter is called.
        var chapter: String
        /// The name of the chapter's part; nil if it belongs to none.
        var part: String?
        /// The formula right after the term, as HTML: its symbol.
        var symbol: String?
        /// The sentence as HTML, for any page.
        var sentence: String

        var anchor: String { Glossary.anchor(of: term) }
    }

    /// The name of the page without `.html`.
    static let stem = "glossary"

    /// The terms that earlier chapters define.
    let known: [String]
    /// The terms that this chapter defines.
    let own: Set<String>

    /// The terms as the chapter at `place` sees them.
    init(terms: [String], in chapters: [ChapterOutline], at place: Int) {
        let earlier = Set(chapters[..<place].flatMap(\.boldTexts))
        known = terms.filter(earlier.contains)
        own = Set(terms).subtracting(earlier).intersection(chapters[place].boldTexts)
    }

    static func anchor(of term: String) -> String { "term-" + term.replacing(" ", with: "-") }

    /// What is wrong with the terms of a book: those that no chapter defines, at their places in `book.yml`.
    static func diagnostics(of terms: [BookSettings.Term], in chapters: [ChapterOutline], path: String) -> [Diagnostic]
    {
        let bold = Set(chapters.flatMap(\.boldTexts))
        return terms.filter { !bold.contains($0.text) }
            .map { Diagnostic(path: path, position: $0.position, problem: .undefinedTerm($0.text)) }
    }

    /// The texts in bold where ``linked(_:)`` looks for definitions.
    static func boldTexts(in block: Block) -> [String] {
        switch block.kind {
        case .paragraph(let inlines):
            inlines.compactMap { if case .strong(let children) = $0.kind { children.plainText } else { nil } }
        case .list(_, let items): items.flatMap(\.blocks).flatMap(boldTexts)
        case .blockQuote(let blocks): blocks.flatMap(boldTexts)
        default: []
        }
    }

    /// The chapter with its definitions marked and the terms of earlier chapters linked, and the definitions.
    func linked(
        _ woven: WovenChapter, part: String? = nil
    ) -> (chapter: WovenChapter, definitions: [Definition]) {
        guard !known.isEmpty || !own.isEmpty else { return (woven, []) }
        var pass = GlossaryPass(chapter: woven.chapter, part: part, known: known, own: own)
        var result = woven
        result.blocks = woven.blocks.map { pass.linked($0) }
        return (result, pass.definitions)
    }
}

/// A walk through a chapter: each term is linked, or defined, once.
private struct GlossaryPass {
    let chapter: Chapter
    let part: String?
    /// The terms of earlier chapters that the walk has not met.
    var known: [String]
    /// The terms to define.
    var own: Set<String>
    var definitions: [Glossary.Definition] = []

    mutating func linked(_ block: Block) -> Block {
        var block = block
        switch block.kind {
        case .paragraph(let inlines):
            block.kind = .paragraph(TermLinks.linked(defined(inlines), to: &known))
        case .list(let style, var items):
            for item in items.indices { items[item].blocks = items[item].blocks.map { linked($0) } }
            block.kind = .list(style, items: items)
        case .blockQuote(let blocks):
            block.kind = .blockQuote(blocks.map { linked($0) })
        default: break
        }
        return block
    }

    /// The paragraph with the terms that it defines marked as such.
    private mutating func defined(_ inlines: [Inline]) -> [Inline] {
        var result = inlines
        for (index, inline) in inlines.enumerated() {
            guard case .strong(let children) = inline.kind, let term = own.remove(children.plainText) else { continue }
            let sentence = DefiningSentence(in: inlines, around: index)
            let definition = Glossary.Definition(
                term: term, page: chapter.page, chapter: chapter.title, part: part, symbol: sentence.symbol,
                sentence: sentence.html(page: chapter.page).text)
            definitions.append(definition)
            let open: HTML = "<dfn id=\"\(definition.anchor)\">"
            result[index].kind = .wrapped(open: open.text, children, close: "</dfn>")
        }
        return result
    }
}
