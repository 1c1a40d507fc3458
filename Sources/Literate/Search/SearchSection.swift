/// The text of one section of a page, without marks.
struct SearchSection: Hashable, Sendable, Encodable {
    /// The `id` of the heading; empty for what stands before the first.
    var anchor: String
    /// The heading.
    var title: String
    /// A text for each paragraph, caption, item.
    var texts: [String] = []
    /// The lines of listings and of what they print.
    var code: [String] = []

    /// The sections of a page's own HTML, cut at its headings of level 2 and 3.
    static func sections(of html: String) -> [SearchSection] {
        var scan = SectionScan()
        var rest = Substring(html).utf8
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            scan.text(Substring(rest[..<open]))
            rest = rest[open...]
            guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
            scan.tag(Substring(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        scan.text(Substring(rest))
        return scan.finished()
    }
}

/// Goes through tags and texts in their order. It knows only HTML that weave wrote: tags are closed, `>` in texts escaped.
private struct SectionScan {
    private var sections = [SearchSection(anchor: "", title: "")]
    private var passage = ""
    private var isHeading = false
    private var isCode = false
    /// The element that is being left out, with all in it, and how deep inside elements of its name the scan is.
    private var left: (name: Substring, depth: Int)?

    /// Elements that end a passage.
    private static let blocks: Set<Substring> = [
        "p", "li", "pre", "h1", "h2", "h3", "h4", "td", "th", "figcaption", "div",
    ]
    /// What is no text, or is there only for use: pictures, tables of data, permalinks, numbers of notes.
    private static let leftOut = [
        "svg", "details class=\"numbers\"", "p class=\"source\"", "a class=\"permalink\"", "sup", "annotation", "nav",
        "header",
        "button",
    ]

    mutating func tag(_ tag: Substring) {
        let isEnd = tag.first == "/"
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        if let (outer, depth) = left {
            guard name == outer else { return }
            left = isEnd && depth == 1 ? nil : (outer, depth + (isEnd ? -1 : 1))
            return
        }
        if !isEnd, Self.leftOut.contains(where: { tag.hasPrefix($0) && name == $0.prefix(name.count) }) {
            left = (name, 1)
            return
        }
        guard Self.blocks.contains(name) else { return }
        endPassage()
        isCode = !isEnd && name == "pre"
        isHeading = !isEnd && (name == "h2" || name == "h3")
        if isHeading { sections.append(SearchSection(anchor: Self.identifier(in: tag), title: "")) }
    }

    mutating func text(_ text: Substring) {
        guard left == nil else { return }
        passage += text
    }

    mutating func finished() -> [SearchSection] {
        endPassage()
        return sections.filter { !$0.texts.isEmpty || !$0.code.isEmpty || !$0.title.isEmpty }
    }

    private mutating func endPassage() {
        if isCode {
            let lines = passage.split(separator: "\n").map { Self.unescaped($0.drop { $0 == " " }.description) }
            sections[sections.count - 1].code += lines
            passage = ""
            return
        }
        let words = passage.split { $0.isWhitespace && $0 != "\u{a0}" }.joined(separator: " ")
        passage = ""
        guard !words.isEmpty else { return }
        let text = Self.unescaped(words)
        if isHeading {
            sections[sections.count - 1].title = text
        } else {
            sections[sections.count - 1].texts.append(text)
        }
    }

    private static func identifier(in tag: Substring) -> String {
        guard let start = tag.firstRange(of: "id=\"") else { return "" }
        return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
