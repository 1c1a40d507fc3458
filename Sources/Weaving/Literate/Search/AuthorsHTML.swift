/// HTML that an author wrote, for the words in it.
struct AuthorsHTML {
    /// The texts between its tags, in their order; those that only tags inside a sentence part are one.
    let texts: [String]

    /// Elements that stand inside a sentence.
    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp", "small",
        "span", "strong", "sub", "sup", "u", "var", "wbr",
    ]

    init(_ html: String) {
        var texts: [String] = []
        var passage = ""
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            passage += rest[..<open]
            let isComment = rest[open...].hasPrefix("<!--")
            guard let close = rest[open...].firstRange(of: isComment ? "-->" : ">") else { break }
            let name = rest[open...].dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            if !isComment, !Self.inline.contains(name.lowercased()) {
                texts.append(passage)
                passage = ""
            }
            rest = rest[close.upperBound...]
        }
        texts.append(passage + rest)
        self.texts = texts.map(Self.unescaped).filter { !$0.allSatisfy(\.isWhitespace) }
    }

    /// The text with the marks that HTML writes as names.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let entities = [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}"), ("&amp;", "&"),
        ]
        return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
