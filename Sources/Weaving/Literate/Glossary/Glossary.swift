import Markdown

/// The terms of a book, which `book.yml` lists and chapters define: where a term first stands in **bold**.
///
/// Each definition gets an `id`, the first use in every later chapter a link, and a page of the book collects the sentences.
struct Glossary: Sendable {
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
    static func diagnostics(of terms: [Term], in chapters: [ChapterOutline], path: String) -> [Diagnostic] {
        let bold = Set(chapters.flatMap(\.boldTexts))
        return terms.filter { !bold.contains($0.text) }
            .map { Diagnostic(path: path, position: $0.position, problem: .undefinedTerm($0.text)) }
    }

    /// The page that collects the definitions, without its text.
    static let chapter: Chapter = {
        var chapter = Chapter(parsing: "# Glossary and notation", path: "book.yml", stem: stem)
        chapter.description = "The terms and symbols of the book, each in the sentence that defines it."
        return chapter
    }()

    /// The text of a chapter with its definitions marked and the terms of earlier chapters linked, and the definitions.
    func linked(
        _ blocks: [Block], of chapter: Chapter, part: String? = nil
    ) -> (blocks: [Block], definitions: [Definition]) {
        guard !known.isEmpty || !own.isEmpty else { return (blocks, []) }
        var pass = GlossaryPass(chapter: chapter, part: part, known: known, own: own)
        let result = blocks.map { pass.linked($0) }
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
    var definitions: [Definition] = []

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
            definitions.append(
                Definition(
                    term: term, page: chapter.page, chapter: chapter.title, part: part, symbol: sentence.symbol,
                    sentence: sentence.inlines(fromPage: chapter.page)))
            result[index].kind = .marked(.definition(of: term), children)
        }
        return result
    }
}
