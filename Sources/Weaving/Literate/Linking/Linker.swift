import Foundation
import Markdown
import Scanning

/// Turns references and links into links that work on the site, and reports those that lead nowhere.
struct Linker {
    let chapter: Chapter
    let labels: [String: LabelledThing]
    /// The headings of which several have the same label.
    let ambiguous: [String: [LabelledThing]]
    let pages: [String: ChapterOutline]
    let folder: URL
    let bibliography: Bibliography
    var diagnostics: [Diagnostic] = []
    var images: [String] = []
    /// The works that the page cites, in the order of their first citation.
    var cited: [BibliographyEntry] = []
    /// The entries of the works that the paragraph is the first to cite.
    var waitingNotes: [Inline] = []
    /// Whether the text is that of a link, in which a name behind `@` is nobody's citation.
    private(set) var isInLink = false
    /// The lines of the chapter, for what is rarely looked up there.
    private(set) lazy var source = SourceText(chapter.source)

    init(
        chapter: Chapter, labels: [String: LabelledThing], ambiguous: [String: [LabelledThing]] = [:],
        pages: [String: ChapterOutline], folder: URL, bibliography: Bibliography
    ) {
        self.chapter = chapter
        self.labels = labels
        self.ambiguous = ambiguous
        self.pages = pages
        self.folder = folder
        self.bibliography = bibliography
    }

    mutating func linked() -> Chapter {
        var result = chapter
        result.blocks = chapter.blocks.map { block in
            block.mapInlines { linkedWhole($0) }.mapHTML { linked(html: $0, at: $1.start) }
        }
        for index in result.cells.indices { result.cells[index].caption = linkedWhole(result.cells[index].caption) }
        if !cited.isEmpty {
            result.cited = cited.sorted { $0.sortKey < $1.sortKey }
            result.sections.append(
                Chapter.Section(level: 2, number: "", title: chapter.language(.references), anchor: "references"))
        }
        result.images = images
        return result
    }

    /// A paragraph or another whole: what it says, then the entries that it is the first to cite.
    private mutating func linkedWhole(_ inlines: [Inline]) -> [Inline] {
        let result = linked(inlines)
        defer { waitingNotes = [] }
        return result + waitingNotes
    }

    private mutating func linked(_ inlines: [Inline]) -> [Inline] {
        Self.joiningCitations(in: inlines).flatMap { inline -> [Inline] in
            switch inline.kind {
            case .text(let text):
                return text.contains(byte: UInt8(ascii: "@")) ? citations(in: text, at: inline.range) : [inline]
            case .link(let destination, let title, let children):
                let target = self.destination(destination, at: inline.range.start)
                isInLink = true
                defer { isInLink = false }
                return [Inline(.link(destination: target, title: title, linked(children)), at: inline.range)]
            case .html(let html):
                return [Inline(.html(linked(html: html, at: inline.range.start)), at: inline.range)]
            case .image(let source, _, _):
                image(source, at: inline.range.start)
                return [inline]
            default:
                return [Inline(inline.kind.mapChildren { linked($0) }, at: inline.range)]
            }
        }
    }

    // Made once: that takes longer than to read a paragraph. Nothing in it changes when it is used.
    private nonisolated(unsafe) static let reference = #/@((?:fig|tbl|eq|sec|lst)-[\p{L}\p{N}_-]*[\p{L}\p{N}_])/#

    mutating func references(in text: String, at range: SourceRange) -> [Inline] {
        var result: [Inline] = []
        var rest = text[...]
        var last: Character?
        while rest.utf8.contains(UInt8(ascii: "@")), let match = rest.firstMatch(of: Self.reference) {
            let before = rest[..<match.range.lowerBound]
            result.append(Inline(.text(String(before)), at: range))
            let previous = before.last ?? last
            let label = String(match.output.1)
            if previous?.isLetter ?? false || previous?.isNumber ?? false {
                result.append(Inline(.text(String(match.output.0)), at: range))
            } else {
                let column = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
                let position = SourcePosition(line: range.start.line, column: range.start.column + column)
                result.append(Inline(reference(to: label, at: position), at: range))
            }
            last = match.output.0.last
            rest = rest[match.range.upperBound...]
        }
        result.append(Inline(.text(String(rest)), at: range))
        return result
    }

    private mutating func reference(to label: String, at position: SourcePosition) -> Inline.Kind {
        guard let thing = labels[label] else {
            let known = labels.keys.sorted()
            diagnostics.append(chapter.diagnostic(position, .unresolvedReference(label, known: known)))
            return .text("@" + label)
        }
        if let candidates = ambiguous[label] {
            let places = candidates.map { "\($0.name(in: chapter.language)) (\($0.path):\($0.position.line))" }
            diagnostics.append(chapter.diagnostic(position, .ambiguousReference(label, candidates: places)))
        }
        let page = thing.page == chapter.page ? "" : thing.page.address
        let name = Inline(.text(thing.name(in: chapter.language)), at: SourceRange(start: position, end: position))
        return .marked(.reference(to: "\(page)#\(thing.anchor)"), [name])
    }
}
