import Markdown

/// The terms of a book, which `book.yml` lists and chapters define: where a term first stands in **bold**.
///
/// Each definition gets an `id`, the first use in every other chapter a link, and a page of the book collects the sentences.
struct Glossary: Sendable {
    /// A term with the sentence that defines it.
    struct Definition: Hashable, Sendable {
        var term: String
        /// The page and the `id` of the definition.
        var page: String
        /// What the definition's chapter is called.
        var chapter: String
        /// The formula right after the term: its symbol.
        var symbol: Inline?
        /// The sentence, on any page.
        var sentence: HTML

        var anchor: String { Glossary.anchor(of: term) }
    }

    /// The name of the page without `.html`.
    static let stem = "glossary"

    private let terms: [String]
    private(set) var definitions: [Definition] = []

    /// A glossary of these terms, none of them defined yet.
    init(terms: [String]) {
        self.terms = terms
    }

    static func anchor(of term: String) -> String { "term-" + term.replacing(" ", with: "-") }

    /// What is wrong with the terms of a book: those that no chapter defines, at their places in `book.yml`.
    static func diagnostics(of terms: [BookSettings.Term], in chapters: [Chapter], path: String) -> [Diagnostic] {
        let bold = Set(chapters.flatMap(\.blocks).flatMap(boldTexts))
        return terms.filter { !bold.contains($0.text) }
            .map { Diagnostic(path: path, position: $0.position, problem: .undefinedTerm($0.text)) }
    }

    /// The texts in bold where ``linked(_:)`` looks for definitions.
    private static func boldTexts(in block: Block) -> [String] {
        switch block.kind {
        case .paragraph(let inlines):
            inlines.compactMap { if case .strong(let children) = $0.kind { children.plainText } else { nil } }
        case .list(_, let items): items.flatMap(\.blocks).flatMap(boldTexts)
        case .blockQuote(let blocks): blocks.flatMap(boldTexts)
        default: []
        }
    }

    /// The chapter with its definitions marked and the terms of earlier chapters linked.
    mutating func linked(_ woven: WovenChapter) -> WovenChapter {
        guard !terms.isEmpty else { return woven }
        var result = woven
        var known = definitions
        result.blocks = woven.blocks.map { linked($0, in: woven.chapter, known: &known) }
        return result
    }

    private mutating func linked(_ block: Block, in chapter: Chapter, known: inout [Definition]) -> Block {
        var block = block
        switch block.kind {
        case .paragraph(let inlines):
            block.kind = .paragraph(TermLinks.linked(defined(inlines, in: chapter), to: &known))
        case .list(let style, var items):
            for item in items.indices {
                items[item].blocks = items[item].blocks.map { linked($0, in: chapter, known: &known) }
            }
            block.kind = .list(style, items: items)
        case .blockQuote(let blocks):
            block.kind = .blockQuote(blocks.map { linked($0, in: chapter, known: &known) })
        default: break
        }
        return block
    }

    /// The paragraph with the terms that it defines marked as such.
    private mutating func defined(_ inlines: [Inline], in chapter: Chapter) -> [Inline] {
        var result = inlines
        for (index, inline) in inlines.enumerated() {
            guard case .strong(let children) = inline.kind else { continue }
            let term = children.plainText
            guard terms.contains(term), !definitions.contains(where: { $0.term == term }) else { continue }
            let sentence = DefiningSentence(in: inlines, around: index)
            let definition = Definition(
                term: term, page: chapter.page, chapter: chapter.title, symbol: sentence.symbol,
                sentence: sentence.html(page: chapter.page))
            definitions.append(definition)
            let open: HTML = "<dfn id=\"\(definition.anchor)\">"
            result[index].kind = .wrapped(open: open.text, children, close: "</dfn>")
        }
        return result
    }
}
