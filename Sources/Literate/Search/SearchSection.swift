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
    ///
    /// It goes through bytes: most of a page is the drawing of its figures, which has no text for the search.
    static func sections(of html: String) -> [SearchSection] {
        var scan = SectionScan()
        var rest = Array(html.utf8)[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            scan.text(rest[..<open])
            rest = rest[open...]
            guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
            scan.tag(rest[(open + 1)..<close])
            rest = rest[(close + 1)...]
        }
        scan.text(rest)
        return scan.finished()
    }
}

/// Goes through tags and texts in their order. It knows only HTML that weave wrote: tags are closed, `>` in texts escaped.
private struct SectionScan {
    private var sections = [SearchSection(anchor: "", title: "")]
    private var passage: [UInt8] = []
    private var isHeading = false
    private var isCode = false
    /// The element that is being left out, with all in it, and how deep inside elements of its name the scan is.
    private var left: (name: ArraySlice<UInt8>, depth: Int)?

    /// Elements that end a passage.
    private static let blocks = elements("p li pre h1 h2 h3 h4 td th figcaption div".split(separator: " "))
    private static let headings = elements(["h2", "h3"])
    /// What is no text, or is there only for use: pictures, tables of data, permalinks, numbers of notes.
    private static let leftOut = elements([
        "svg", "details class=\"numbers\"", "p class=\"source\"", "a class=\"permalink\"", "sup", "annotation", "nav",
        "header", "button",
    ])

    private static func elements(_ names: [Substring]) -> [ArraySlice<UInt8>] { names.map { Array($0.utf8)[...] } }

    mutating func tag(_ tag: ArraySlice<UInt8>) {
        let isEnd = tag.first == UInt8(ascii: "/")
        let name = (isEnd ? tag.dropFirst() : tag).prefix(while: \.isASCIIAlphanumeric)
        if let (outer, depth) = left {
            guard name == outer else { return }
            left = isEnd && depth == 1 ? nil : (outer, depth + (isEnd ? -1 : 1))
            return
        }
        if !isEnd, Self.leftOut.contains(where: { tag.starts(with: $0) && name == $0.prefix(name.count) }) {
            left = (name, 1)
            return
        }
        guard Self.blocks.contains(name) else { return }
        endPassage()
        isCode = !isEnd && name.elementsEqual("pre".utf8)
        isHeading = !isEnd && Self.headings.contains(name)
        if isHeading {
            sections.append(SearchSection(anchor: Self.identifier(in: String(decoding: tag, as: UTF8.self)), title: ""))
        }
    }

    mutating func text(_ text: ArraySlice<UInt8>) {
        guard left == nil else { return }
        passage += text
    }

    mutating func finished() -> [SearchSection] {
        endPassage()
        return sections.filter { !$0.texts.isEmpty || !$0.code.isEmpty || !$0.title.isEmpty }
    }

    private mutating func endPassage() {
        defer { passage.removeAll(keepingCapacity: true) }
        if isCode {
            let lines = passage.split(separator: UInt8(ascii: "\n"))
            sections[sections.count - 1].code += lines.map { line in
                Self.unescaped(String(decoding: line.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self))
            }
            return
        }
        let words = passage.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }
        guard !words.isEmpty else { return }
        let text = Self.unescaped(String(decoding: Array(words.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self))
        if isHeading {
            sections[sections.count - 1].title = text
        } else {
            sections[sections.count - 1].texts.append(text)
        }
    }

    private static func identifier(in tag: String) -> String {
        guard let start = tag.firstRange(of: "id=\"") else { return "" }
        return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
