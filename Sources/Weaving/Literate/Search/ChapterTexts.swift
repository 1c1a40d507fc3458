import Exhibits
import Markdown
import MathML

/// The texts of a chapter's page for the search, section by section.
struct ChapterTexts {
    /// What was found so far.
    private var sections = [SearchSection(anchor: "", title: "")]
    private let woven: WovenChapter
    /// What stands in the place of HTML that weave exchanges.
    private let insertions: [String: [String]]

    /// The sections of a chapter's text, cut at its headings of level 2 and 3.
    ///
    /// - Parameter insertions: the texts of what stands on the page in the place of some of the author's HTML.
    static func sections(of woven: WovenChapter, inserting insertions: [String: [String]]) -> [SearchSection] {
        var texts = ChapterTexts(of: woven, inserting: insertions)
        for block in woven.blocks { texts.add(block) }
        texts.addReferences()
        return texts.sections.filter { !$0.isEmpty }
    }

    private init(of woven: WovenChapter, inserting insertions: [String: [String]]) {
        self.woven = woven
        self.insertions = insertions
    }

    private mutating func add(_ text: String) { sections[sections.count - 1].add(text: text) }
    private mutating func add(code: String) { sections[sections.count - 1].add(code: code) }

    private mutating func add(_ block: Block) {
        switch block.kind {
        case .paragraph(let inlines), .heading(_, let inlines), .note(_, let inlines): add(text(of: inlines))
        case .section(let level, let anchor, let number, let inlines):
            let title = (number.map { $0 + " " } ?? "") + text(of: inlines)
            guard level == 2 || level == 3 else { return add(title) }
            var heading = SearchSection(anchor: "", title: "")
            heading.add(text: title)
            sections.append(SearchSection(anchor: anchor, title: heading.texts.first ?? ""))
        case .alert(let kind, let blocks):
            add(woven.chapter.language.title(ofAlert: kind))
            for block in blocks { add(block) }
        case .blockQuote(let blocks), .wrapped(_, let blocks, _): for block in blocks { add(block) }
        case .list(_, let items): for block in items.flatMap(\.blocks) { add(block) }
        case .code(_, let text, _): add(code: text)
        case .equation(let tex, _, let number):
            add(Self.text(of: tex, in: woven.chapter) + (number.map { "(\($0))" } ?? ""))
        case .html(let html):
            for text in insertions[html.trimmingEnd] ?? AuthorsHTML(html).texts { add(text) }
        case .table(let table): add(table)
        case .placeholder(let index): add(woven.chapter.cells[index])
        case .thematicBreak: break
        case .wrappedInlines(_, let inlines, _): add(text(of: inlines))
        }
    }

    private mutating func add(_ table: PipeTable) {
        if let number = table.number { add("\(woven.chapter.language(.table, number)). " + text(of: table.caption)) }
        add(text(of: table.notes))
        for cell in table.header + table.rows.joined() { add(text(of: cell)) }
    }

    private mutating func add(_ cell: Cell) {
        if cell.options.echo {
            if let label = cell.options.label, LabelledThing.Kind(of: label.name) == .listing {
                add(woven.chapter.language(.listing, cell.number ?? "") + ". " + text(of: woven.caption(of: cell)))
            }
            if cell.options.codeFold { add(cell.options.summary) }
            add(code: cell.code)
        }
        let result = woven.shownResult(of: cell)
        if let output = result.output { add(code: output) }
        if let failure = result.failure { add(code: failure) }
        for exhibit in result.exhibits { add(exhibit) }
        for claim in result.claims { add(claim.withApostrophes) }
    }

    private mutating func add(_ exhibit: ShownExhibit) {
        let caption = text(of: exhibit.caption)
        func number(_ word: Word) -> String {
            exhibit.number.map { "\(woven.chapter.language(word, $0)). " } ?? ""
        }
        switch exhibit.content {
        case .figure(let figure):
            if let title = figure.sliderTitle, let first = figure.frames.first { add("\(title) \(first.label)") }
            let notes = figure.notes.map { " " + $0.withApostrophes }.joined()
            add("\(number(.figure))\(figure.title.withApostrophes.asSentence) \(caption)\(notes)")
        case .table(let table):
            add(number(.table) + caption)
            for text in table.columns.map(\.title) + table.rows.joined() { add(text) }
        }
    }

    private mutating func addReferences() {
        guard !woven.chapter.cited.isEmpty else { return }
        sections.append(SearchSection(anchor: "references", title: woven.chapter.language(.references)))
        for entry in woven.chapter.cited { add(text(of: entry.inlines)) }
    }

    private func text(of inlines: [Inline]) -> String { Self.text(of: inlines, in: woven.chapter) }

    /// What is read of some pieces of a text.
    static func text(of inlines: [Inline], in chapter: Chapter) -> String {
        inlines.map { inline in
            switch inline.kind {
            case .text(let text), .code(let text): text
            case .softBreak, .lineBreak: " "
            case .formula(let tex): text(of: tex, in: chapter)
            case .html(let html): AuthorsHTML(html).texts.joined(separator: " ")
            case .marked(.pictureNumber(let number, _), _): chapter.language(.figure, number) + ". "
            case .marked(.noteReference, _), .image, .placeholder: ""
            case .marked(.note(let number), let children):
                (number == nil ? "" : " ") + text(of: children, in: chapter)
            case .emphasis(let children), .strong(let children), .link(_, _, let children),
                .marked(_, let children), .wrapped(_, let children, _):
                text(of: children, in: chapter)
            }
        }.joined()
    }

    private static func text(of tex: String, in chapter: Chapter) -> String { chapter.formula(tex)?.text ?? tex }
}
