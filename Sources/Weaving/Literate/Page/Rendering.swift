import Markdown
import MathML

/// From a text as values to HTML.
struct Rendering {
    /// The chapter whose formulas are known.
    let chapter: Chapter
    /// What stands on the page for each cell, by its number.
    var cells: (Int) -> HTML = { _ in "" }
    /// What stands in the place of some of the author's HTML.
    var insertions: [String: HTML] = [:]

    /// Blocks as HTML.
    func html(of blocks: [Block]) -> HTML {
        HTML(raw: Document(blocks: blocks.map(ready)).html)
    }

    /// Pieces of a text as HTML, without a paragraph around them.
    func html(of inlines: [Inline]) -> HTML {
        guard let first = inlines.first else { return "" }
        let html = Document(blocks: [Block(.wrappedInlines(open: "", ready(inlines), close: ""), at: first.range)]).html
        return HTML(raw: html.trimmingNewlines)
    }

    /// A formula as MathML.
    func html(of tex: String, display: Formula.Display) -> HTML {
        guard let formula = chapter.formula(tex) else { return "<code>\(tex)</code>" }
        return HTML(raw: formula.mathML(display: display))
    }

    /// The block with nothing in it that libcmark does not know.
    private func ready(_ block: Block) -> Block {
        var block = block
        switch block.kind {
        case .section(let level, let anchor, let number, let inlines):
            let shown: HTML = number.map { "<span class=\"number\">\($0)</span> " } ?? ""
            let open: HTML = "<h\(level) id=\"\(anchor)\">\(shown)"
            let close: HTML =
                " <a class=\"permalink\" href=\"#\(anchor)\" aria-label=\"Link to this section\">#</a></h\(level)>"
            block.kind = .wrappedInlines(open: open.text, ready(inlines), close: close.text)
        case .equation(let tex, let anchor, let number):
            block.kind = .html(equation(tex, anchor: anchor, number: number).text)
        case .code(let info, let text, _):
            block.kind = .html(Listing.html(text, language: info.split(separator: " ").first.map(String.init)).text)
        case .placeholder(let cell): block.kind = .html(cells(cell).text)
        case .html(let html): block.kind = .html(insertions[html.trimmingEnd]?.text ?? html)
        case .table(let table): block.kind = ready(table, at: block.range)
        case .blockQuote(let blocks): block.kind = .blockQuote(blocks.map(ready))
        case .list(let style, var items):
            for index in items.indices { items[index].blocks = items[index].blocks.map(ready) }
            block.kind = .list(style, items: items)
        case .alert(let kind, let blocks):
            let open: HTML =
                "<div class=\"alert \(kind)\" role=\"note\"><p class=\"alert-title\">\(chapter.language.title(ofAlert: kind))</p>"
            block.kind = .wrapped(open: open.text, blocks.map(ready), close: "</div>")
        case .wrapped(let open, let blocks, let close):
            block.kind = .wrapped(open: open, blocks.map(ready), close: close)
        case .paragraph, .heading, .note, .wrappedInlines, .thematicBreak:
            return block.mapInlines(ready)
        }
        return block
    }

    private func equation(_ tex: String, anchor: String?, number: String?) -> HTML {
        let identifier: HTML = anchor.map { " id=\"\($0)\"" } ?? ""
        var link: HTML = ""
        if let anchor, let number {
            link =
                "<a class=\"number\" href=\"#\(anchor)\" aria-label=\"\(chapter.language(.equation, number))\">(\(number))</a>"
        }
        return """
            <div class="equation"\(identifier) tabindex="0" role="group" aria-label="Formula">\
            \(html(of: tex, display: .block))\(link)</div>

            """
    }

    /// A table in a box that scrolls, as a figure if it has a caption.
    private func ready(_ table: PipeTable, at range: SourceRange) -> Block.Kind {
        var bare = table
        (bare.caption, bare.notes) = ([], [])
        let ready = Block(.table(bare), at: range).mapInlines(ready)
        let box = Block(
            .wrapped(open: Scrolling.open("Table").text, [ready], close: Scrolling.close.text), at: range)
        guard let anchor = table.anchor, let number = table.number else {
            let beside = table.notes.isEmpty ? [] : [Block(.paragraph(self.ready(table.notes)), at: range)]
            return .wrapped(open: "", beside + [box], close: "")
        }
        let open: HTML = "<figcaption><a class=\"number\" href=\"#\(anchor)\">\(chapter.language(.table, number)).</a> "
        let caption = Block(
            .wrappedInlines(open: open.text, self.ready(table.caption), close: "</figcaption>"), at: range)
        // Before the table, so that they stand beside it: a note in a cell would stretch its row. Where there is no room
        // beside, the style sheet puts them below.
        let notes = Block(
            .wrappedInlines(open: "<div class=\"table-notes\">", self.ready(table.notes), close: "</div>"), at: range)
        let figure: HTML = "<figure class=\"table\" id=\"\(anchor)\">"
        let address = "data/\(chapter.stem)/\(anchor).csv".address
        let source: HTML = "<p class=\"source\"><a href=\"\(address)\" download>data (CSV)</a></p>\n"
        let data = Block(.html(source.text), at: range)
        let blocks = [caption] + (table.notes.isEmpty ? [] : [notes]) + [box, data]
        return .wrapped(open: figure.text, blocks, close: "</figure>")
    }

    private func ready(_ inlines: [Inline]) -> [Inline] {
        inlines.map { inline in
            switch inline.kind {
            case .formula(let tex): Inline(.html(html(of: tex, display: .inline).text), at: inline.range)
            case .marked(.pictureNumber(let number, let anchor), _):
                Inline(
                    .html(
                        ("<a class=\"number\" href=\"#\(anchor)\">\(chapter.language(.figure, number)).</a> " as HTML)
                            .text),
                    at: inline.range)
            case .marked(let mark, let children):
                Inline(
                    .wrapped(open: mark.tags.open.text, ready(children), close: mark.tags.close.text), at: inline.range)
            default: Inline(inline.kind.mapChildren(ready), at: inline.range)
            }
        }
    }
}

extension Mark {
    /// The HTML around the pieces that have the mark.
    fileprivate var tags: (open: HTML, close: HTML) {
        switch self {
        case .note(let number?): ("<span class=\"note\" role=\"note\"><sup>\(number)</sup> ", "</span>")
        case .note(nil): ("<span class=\"note\" role=\"note\">", "</span>")
        // Its text is made of the chapter's language.
        case .pictureNumber: ("", "")
        case .noteReference(let number): ("<sup class=\"note-mark\">\(number)", "</sup>")
        case .unbroken: ("<span class=\"unbroken\">", "</span>")
        case .reference(let target): ("<a class=\"reference\" href=\"\(target)\">", "</a>")
        case .citation(let target): ("<a class=\"citation\" href=\"\(target)\">", "</a>")
        case .definition(let term): ("<dfn id=\"\(Glossary.anchor(of: term))\">", "</dfn>")
        case .use(let term):
            ("<a class=\"term\" href=\"\(Glossary.stem).html#\(Glossary.anchor(of: term))\">", "</a>")
        case .computed(let code): ("<span class=\"computed\" title=\"\(code)\">", "</span>")
        }
    }
}

extension String {
    fileprivate var trimmingNewlines: String {
        var text = self
        while text.first == "\n" { text.removeFirst() }
        while text.last == "\n" { text.removeLast() }
        return text
    }
}
