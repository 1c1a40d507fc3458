import Markdown

/// The page that collects a book's definitions: the symbols that stand right after a term, then all terms in the order of
/// the alphabet.
struct GlossaryPage {
    /// The page without its text.
    static let chapter: Chapter = {
        var chapter = Chapter(parsing: "# Glossary and notation", path: "book.yml", stem: Glossary.stem)
        chapter.description = "The terms and symbols of the book, each in the sentence that defines it."
        return chapter
    }()

    private let definitions: [Glossary.Definition]

    /// The page of these definitions, which stand in the order of the book.
    init(of definitions: [Glossary.Definition]) {
        self.definitions = definitions
    }

    /// The page, ready to be rendered.
    var woven: WovenChapter {
        var chapter = Self.chapter
        let start = SourcePosition(line: 1, column: 1)
        chapter.blocks = [notation, terms].map { html in
            Block(.html(html.text), at: SourceRange(start: start, end: start))
        }
        return WovenChapter(weaving: chapter, with: Transcript())
    }

    private var notation: HTML {
        let rows = definitions.compactMap { definition -> HTML? in
            guard let symbol = definition.symbol else { return nil }
            return
                "<tr><td>\(HTML(raw: symbol))</td><td><a href=\"#\(definition.anchor)\">\(definition.term)</a></td></tr>\n"
        }
        guard !rows.isEmpty else { return "" }
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
        let alphabetical = definitions.sorted { ($0.term.lowercased(), $0.term) < ($1.term.lowercased(), $1.term) }
        let items = alphabetical.map { definition in
            """
            <dt id="\(definition.anchor)">\(definition.term)</dt>
            <dd>\(HTML(raw: definition.sentence))<p class="place">In <a href="\(definition.page)#\(definition.anchor)">\(definition.chapter)</a>\(definition.part.map { ", \($0)" } ?? "")</p></dd>

            """ as HTML
        }
        return "<h2 id=\"terms\">Terms</h2>\n<dl class=\"glossary\">\n\(items)</dl>\n"
    }
}
