import Markdown
import MathML

/// The page that collects a book's definitions: the symbols that stand right after a term, then all terms in the order of
/// the alphabet.
struct GlossaryPage {
    private let inOrderOfTheBook: [Definition]
    private let alphabetical: [Definition]
    private let rendering = Rendering(chapter: Glossary.chapter)

    /// The page of these definitions, which stand in the order of the book.
    init(of definitions: [Definition]) {
        inOrderOfTheBook = definitions.filter { $0.symbol != nil }
        alphabetical = definitions.sorted { ($0.term.lowercased(), $0.term) < ($1.term.lowercased(), $1.term) }
    }

    /// The page in the frame of its book.
    func page(in book: Book) -> Page {
        var chapter = Glossary.chapter
        chapter.path = "\(book.name)/\(BookSettings.fileName)"
        chapter.language = book.settings.language
        let woven = WovenChapter(weaving: chapter, with: Transcript())
        return Page(of: woven, article: "\(notation)\(terms)", sections: sections, in: book)
    }

    private var notation: HTML {
        guard !inOrderOfTheBook.isEmpty else { return "" }
        let rows = inOrderOfTheBook.map { definition in
            let symbol = rendering.html(of: definition.symbol ?? "", display: .inline)
            return "<tr><td>\(symbol)</td><td><a href=\"#\(definition.anchor)\">\(definition.term)</a></td></tr>\n"
                as HTML
        }
        return """
            <h2 id="notation">Notation</h2>
            \(Scrolling.open("Notation"))<table>
            <thead><tr><th scope="col">Symbol</th><th scope="col">Meaning</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>\(Scrolling.close)

            """
    }

    private var terms: HTML {
        let items = alphabetical.map { definition in
            let start = SourcePosition(line: 1, column: 1)
            let sentence = Block(.paragraph(definition.sentence), at: SourceRange(start: start, end: start))
            return """
                <dt id="\(definition.anchor)">\(definition.term)</dt>
                <dd>\(rendering.html(of: [sentence]))<p class="place">In <a href="\(definition.page.address)#\(definition.anchor)">\(definition.chapter)</a>\(definition.part.map { ", \($0)" } ?? "")</p></dd>

                """ as HTML
        }
        return "<h2 id=\"terms\">Terms</h2>\n<dl class=\"glossary\">\n\(items)</dl>\n"
    }

    private var sections: [SearchSection] {
        func text(of inlines: [Inline]) -> String { ChapterTexts.text(of: inlines, in: Glossary.chapter) }
        var notation = SearchSection(anchor: "notation", title: "Notation", texts: ["Symbol", "Meaning"])
        for definition in inOrderOfTheBook {
            notation.add(text: Glossary.chapter.formula(definition.symbol ?? "")?.text ?? "")
            notation.add(text: definition.term)
        }
        var terms = SearchSection(anchor: "terms", title: "Terms")
        for definition in alphabetical {
            terms.add(text: definition.term)
            terms.add(text: text(of: definition.sentence))
            terms.add(text: "In \(definition.chapter)\(definition.part.map { ", \($0)" } ?? "")")
        }
        return inOrderOfTheBook.isEmpty ? [terms] : [notation, terms]
    }
}
