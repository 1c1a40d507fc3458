import Markdown
import MathML
import Scanning

/// Markdown → the page of a chapter: numbers and names what can be referred to, sets formulas and notes, and takes the
/// Swift out, leaving placeholders.
struct ChapterReader {
    let path: String
    let page: String
    let source: SourceText
    var numbering: Numbering
    var cells: [Cell] = []
    var inlines: [InlineExpression] = []
    var code: [CodeItem] = []
    var sections: [Chapter.Section] = []
    var labels: [LabelledThing] = []
    var diagnostics: [Diagnostic] = []
    var notes = Notes()
    /// What links can name in the author's HTML.
    var htmlAnchors: [String] = []
    /// The formulas, by their TeX.
    var formulas: [String: Formula] = [:]
    /// The notes of the paragraph that is being read.
    var waitingNotes: [Inline] = []
    /// Whether the chapter may have formulas between `\\(` and `\\)`.
    let hasTeXParentheses: Bool
    private var slugs: [String: Int] = [:]

    init(path: String, page: String, number: String?, source: String) {
        self.path = path
        self.page = page
        self.source = SourceText(source)
        hasTeXParentheses = source.contains("\\)") || source.contains("\\]")
        numbering = Numbering(chapter: number)
    }

    mutating func report(_ position: SourcePosition, _ problem: Problem, severity: Diagnostic.Severity = .error) {
        diagnostics.append(Diagnostic(path: path, position: position, severity: severity, problem: problem))
    }

    /// Warns of what other tools understand and weave does not.
    mutating func warn(_ look: (inout Strays) -> Void) {
        var strays = Strays(in: source, hasTeXParentheses: hasTeXParentheses)
        look(&strays)
        for (position, problem) in strays.found { report(position, problem, severity: .warning) }
    }

    /// The blocks of a whole chapter.
    mutating func read(_ blocks: [Block]) -> [Block] {
        notes = Notes(definedIn: blocks)
        for (note, block) in zip(blocks, blocks.dropFirst()) {
            guard case .note(let name, _) = note.kind, case .code("", _, isFenced: false) = block.kind else { continue }
            report(block.range.start, .noteWithBlocks(name), severity: .warning)
        }
        let result = blocks.flatMap { read($0) }
        for note in notes.unused { report(note.position, .unusedNote(note.name), severity: .warning) }
        return result
    }

    mutating func read(_ block: Block) -> [Block] {
        var block = block
        switch block.kind {
        case .paragraph(let inlines):
            if let picture = picture(inlines, at: block.range) { return [picture] }
            warn { $0.findBlocks(in: inlines) }
            warn { $0.findTable(in: inlines) }
            block.kind = .paragraph(readWhole(inlines))
        case .heading(let level, let inlines):
            block.kind = heading(level: level, inlines, at: block.range.start)
        case .blockQuote(let blocks):
            block.kind = quotation(blocks)
        case .list(let style, var items):
            for index in items.indices { items[index].blocks = items[index].blocks.flatMap { read($0) } }
            block.kind = .list(style, items: items)
        case .code(let info, let text, let isFenced):
            block.kind = code(info: info, text: text, isFenced: isFenced, at: block.range.start)
        case .table(var table):
            block.kind = self.table(&table, at: block.range.start)
        case .note:
            return []
        case .wrapped(let open, let blocks, let close):
            block.kind = .wrapped(open: open, blocks.flatMap { read($0) }, close: close)
        case .wrappedInlines(let open, let inlines, let close):
            block.kind = .wrappedInlines(open: open, readWhole(inlines), close: close)
        case .html(let html):
            block.kind = self.html(html, at: block.range)
        case .thematicBreak, .section, .equation, .alert, .placeholder:
            break
        }
        return [block]
    }

    /// Registers what the label at `position` stands for.
    mutating func register(
        _ label: String, _ kind: LabelledThing.Kind, number: String, anchor: String, isNamed: Bool = true,
        at position: SourcePosition
    ) {
        labels.append(
            LabelledThing(
                kind: kind, label: label, number: number, anchor: anchor, page: page, path: path, position: position,
                isNamedByAuthor: isNamed))
    }

    /// A heading with its `id`, and its number from level 2 on.
    private mutating func heading(level: Int, _ inlines: [Inline], at position: SourcePosition) -> Block.Kind {
        var inlines = inlines
        let written = HeadingLabel.split(&inlines)
        if written == nil { warn { $0.findLabel(at: inlines.last) } }
        let (slug, base) = slug(for: inlines.plainText)
        let anchor = written ?? slug
        let title = inlines.plainText
        let content = readWhole(inlines)
        let number = level == 1 ? nil : numbering.nextSection(level: level)
        let label = written ?? "sec-" + slug
        if LabelledThing.Kind(of: label) != .section {
            report(position, .unknownLabelKind(label))
        } else {
            register(label, .section, number: number ?? "", anchor: anchor, isNamed: written != nil, at: position)
            // An earlier heading has the same text: whoever refers to that may mean this one.
            if written == nil, slug != base {
                register("sec-" + base, .section, number: number ?? "", anchor: anchor, isNamed: false, at: position)
            }
        }
        if level == 2 || level == 3 {
            sections.append(Chapter.Section(level: level, number: number ?? "", title: title, anchor: anchor))
        }
        let isNumberShown = level == 2 && numbering.chapter != nil
        return .section(level: level, anchor: anchor, number: isNumberShown ? number : nil, content)
    }

    /// GitHub's rule: lower case, letters, digits, hyphens and underscores, spaces become hyphens, a number if it is taken.
    ///
    /// - Returns: the name, and what it is without the number.
    private mutating func slug(for title: String) -> (slug: String, base: String) {
        let kept = title.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
        let slug = String(kept.map { $0 == " " ? "-" : $0 })
        let count = slugs[slug, default: 0]
        slugs[slug] = count + 1
        return (count == 0 ? slug : "\(slug)-\(count)", slug)
    }

    /// `![caption](file.svg){#fig-label}` by itself: a picture with a number, and its description as caption; nil for other text.
    private mutating func picture(_ inlines: [Inline], at range: SourceRange) -> Block? {
        guard inlines.count == 2, case .image(_, _, let caption) = inlines[0].kind else { return nil }
        var rest = inlines
        guard let label = HeadingLabel.split(&rest), rest[1].kind == .text(""),
            LabelledThing.Kind(of: label) == .figure
        else { return nil }
        let number = numbering.next(.figure)
        register(label, .figure, number: number, anchor: label, at: range.start)
        let mark = Inline(.marked(.pictureNumber(number, anchor: label), []), at: range)
        let open: HTML = "<figure class=\"image\" id=\"\(label)\">"
        let image = Block(.wrappedInlines(open: "", [inlines[0]], close: ""), at: range)
        let text = Block(
            .wrappedInlines(open: "<figcaption>", [mark] + readWhole(caption), close: "</figcaption>"), at: range)
        return Block(.wrapped(open: open.text, [image, text], close: "</figure>"), at: range)
    }

    /// A table of pipes, with a number if it has a caption.
    private mutating func table(_ table: inout PipeTable, at position: SourcePosition) -> Block.Kind {
        table.header = table.header.map { read($0) }
        table.rows = table.rows.map { row in row.map { read($0) } }
        table.notes = takeWaitingNotes()
        let label = HeadingLabel.split(&table.caption)
        if label == nil { warn { [table] in $0.findLabel(at: table.caption.last) } }
        for place in table.surplus {
            report(place, .surplusCells(columns: table.alignments.count), severity: .warning)
        }
        table.caption = readWhole(table.caption)
        guard !table.caption.isEmpty else { return .table(table) }
        let number = numbering.next(.table)
        table.number = number
        table.anchor = label ?? "tbl-\(number)"
        if let label {
            if LabelledThing.Kind(of: label) == .table {
                register(label, .table, number: number, anchor: label, at: position)
            } else {
                report(position, .unknownLabelKind(label))
            }
        }
        return .table(table)
    }

    /// A block of HTML; warns of one that starts with an element which HTML does not have, and stays text, and of expressions.
    private mutating func html(_ html: String, at range: SourceRange) -> Block.Kind {
        if html.contains("`{swift}") {
            let lines = html.split(separator: "\n", omittingEmptySubsequences: false)
            for (offset, line) in lines.enumerated() where line.contains("`{swift}") {
                let start = SourcePosition(line: range.start.line + offset, column: 1)
                report(
                    source.position(of: "`{swift}", from: start).position ?? start,
                    .strayExpression("`{swift}", place: "HTML"), severity: .warning)
            }
        }
        guard let tag = Tag(html), !tag.isKnown else {
            htmlAnchors += HTMLAttributes.anchors(in: html)
            return .html(html)
        }
        report(range.start, .unknownElement(tag.written), severity: .warning)
        return .paragraph([Inline(.text(html), at: range)])
    }

    private static let alerts = ["note", "tip", "important", "warning", "caution"]

    /// A quotation, or the alert that it really is: `> [!NOTE]` at its start makes it a box beside the argument, as on GitHub; warns of one of an unknown kind.
    private mutating func quotation(_ blocks: [Block]) -> Block.Kind {
        var blocks = blocks
        guard case .paragraph(var inlines)? = blocks.first?.kind, let first = inlines.first,
            case .text(let text) = first.kind, text.hasPrefix("[!"), text.last == "]",
            text.count > 3, text.dropFirst(2).dropLast().allSatisfy({ $0.isASCII && $0.isLetter }),
            source.position(of: "[!", from: first.range.start).isEscaped == false
        else { return .blockQuote(blocks.flatMap { read($0) }) }
        let kind = text.dropFirst(2).dropLast().lowercased()
        guard Self.alerts.contains(kind) else {
            report(first.range.start, .unknownBlock("> \(text)"), severity: .warning)
            return .blockQuote(blocks.flatMap { read($0) })
        }
        inlines.removeFirst()
        if inlines.first?.kind == .softBreak { inlines.removeFirst() }
        blocks[0].kind = .paragraph(inlines)
        if inlines.isEmpty { blocks.removeFirst() }
        return .alert(kind: kind, blocks.flatMap { read($0) })
    }
}
