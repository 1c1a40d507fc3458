/// The text of one section of a page, without marks.
public struct SearchSection: Hashable, Sendable, Encodable {
    /// The `id` of the heading; empty for what stands before the first.
    public var anchor: String
    /// The heading.
    public var title: String
    /// A text for each paragraph, caption, item.
    public var texts: [String] = []
    /// The lines of listings and of what they print.
    public var code: [String] = []

    /// The sections of a page's own HTML, cut at its headings of level 2 and 3.
    public static func sections(of html: String) -> [SearchSection] {
        var scan = SectionScan(of: Array(html.utf8))
        return scan.finished()
    }
}

/// Goes through tags and texts in their order. It knows only HTML that weave wrote: tags are closed, `>` in texts escaped.
private struct SectionScan {
    private let html: [UInt8]
    private var sections = [SearchSection(anchor: "", title: "")]
    private var passage = ""
    private var isHeading = false
    private var isCode = false

    /// Elements that end a passage.
    private static let blocks: Set<String> = [
        "p", "li", "pre", "h1", "h2", "h3", "h4", "td", "th", "figcaption", "div",
    ]
    private static let headings: Set<String> = ["h2", "h3"]
    /// What is no text, or is there only for use: pictures, permalinks, numbers of notes.
    private static let leftOut: Set<String> = ["svg", "sup", "annotation", "nav", "header", "button"]
    /// The same, of elements that are left out only if they have this class: tables of data, links to files.
    private static let leftOutClasses = ["details": "numbers", "p": "source", "a": "permalink"]

    init(of html: [UInt8]) {
        self.html = html
    }

    mutating func finished() -> [SearchSection] {
        var place = 0
        while let open = html[place...].firstIndex(of: UInt8(ascii: "<")) {
            passage += text(place..<open)
            place = open
            guard let close = html[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
            place = isInline(at: open) ? close + 1 : tag(text((open + 1)..<close), end: close + 1)
        }
        passage += text(place..<html.count)
        endPassage()
        return sections.filter { !$0.texts.isEmpty || !$0.code.isEmpty || !$0.title.isEmpty }
    }

    /// Whether a tag is one of code in colours or of formulas, as most are: these neither end a passage nor are left out.
    private func isInline(at open: Int) -> Bool {
        let name = html[(open + 1)...].drop { $0 == UInt8(ascii: "/") }
        return name.first == UInt8(ascii: "m") || name.starts(with: "span".utf8)
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: html[range], as: UTF8.self) }

    /// Takes in a tag.
    ///
    /// - Parameter end: the place behind it.
    /// - Returns: where to go on: behind the tag, or behind its element if that is left out.
    private mutating func tag(_ tag: String, end: Int) -> Int {
        let isEnd = tag.utf8.first == UInt8(ascii: "/")
        let name = String(
            decoding: tag.utf8.drop { $0 == UInt8(ascii: "/") }.prefix(while: \.isASCIIAlphanumeric), as: UTF8.self)
        let isLeftOut =
            Self.leftOut.contains(name)
            || Self.leftOutClasses[name].map { tag.hasPrefix("\(name) class=\"\($0)\"") } ?? false
        if isLeftOut, !isEnd { return self.end(of: name, from: end) }
        guard Self.blocks.contains(name) else { return end }
        endPassage()
        isCode = !isEnd && name == "pre"
        isHeading = !isEnd && Self.headings.contains(name)
        if isHeading { sections.append(SearchSection(anchor: Self.identifier(in: tag), title: "")) }
        return end
    }

    /// The place behind the element whose first tag ends at `place`: most of a page is the drawing of its figures, so this
    /// looks for tags of this name only.
    private func end(of name: String, from place: Int) -> Int {
        let open = Array("<\(name)".utf8)
        let close = Array("</\(name)>".utf8)
        var place = place
        var depth = 1
        while depth > 0 {
            guard let end = html.firstRange(of: close, from: place) else { return html.count }
            while let inner = html.firstRange(of: open, from: place), inner.lowerBound < end.lowerBound {
                if !html[inner.upperBound].isASCIIAlphanumeric { depth += 1 }
                place = inner.upperBound
            }
            depth -= 1
            place = end.upperBound
        }
        return place
    }

    private mutating func endPassage() {
        defer { passage = "" }
        if isCode {
            let lines = passage.split(separator: "\n")
            sections[sections.count - 1].code += lines.map { Self.unescaped(String($0.drop { $0 == " " })) }
            return
        }
        let words = passage.utf8.split {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t")
        }
        guard !words.isEmpty else { return }
        let text = Self.unescaped(words.map { String(Substring($0)) }.joined(separator: " "))
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
