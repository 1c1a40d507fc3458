/// A piece of a paragraph, with its place in the source.
public struct Inline: Hashable, Sendable, Codable {
    /// What the piece is.
    public var kind: Kind
    /// Where it stands. Inside an image's description and after escapes the column may be off by a few.
    public var range: SourceRange

    /// Creates a piece that stands at `range`.
    public init(_ kind: Kind, at range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    /// The kinds of pieces: those of CommonMark 0.30, those of a book, and HTML that a transformation puts in.
    public indirect enum Kind: Hashable, Sendable, Codable {
        /// Text as it is.
        case text(String)
        /// The end of a line in the source.
        case softBreak
        /// A line break that the author asked for.
        case lineBreak
        /// Code between backticks.
        case code(String)
        /// HTML that stands in the source.
        case html(String)
        /// Emphasis.
        case emphasis([Inline])
        /// Strong emphasis.
        case strong([Inline])
        /// A link.
        case link(destination: String, title: String, [Inline])
        /// An image; the pieces are its description.
        case image(source: String, title: String, [Inline])
        /// A formula in TeX, of a book.
        case formula(String)
        /// Pieces with a meaning in a book.
        case marked(Mark, [Inline])
        /// Ready HTML around pieces: of extensions such as struck text, or made right before rendering.
        case wrapped(open: String, [Inline], close: String)
        /// What a transformation will exchange, by number, before the document is rendered.
        case placeholder(Int)
    }
}

extension [Inline] {
    /// The text without its marks: what a title or an `alt` shows.
    public var plainText: String {
        map { inline in
            switch inline.kind {
            case .text(let text), .code(let text): text
            case .softBreak, .lineBreak: " "
            case .html, .formula, .placeholder: ""
            case .emphasis(let children), .strong(let children), .wrapped(_, let children, _): children.plainText
            case .link(_, _, let children), .image(_, _, let children), .marked(_, let children): children.plainText
            }
        }.joined()
    }
}

extension Inline {
    /// The same piece, farther on.
    func moved(lines: Int, columns: Int) -> Inline {
        func moved(_ place: SourcePosition) -> SourcePosition {
            SourcePosition(line: place.line + lines, column: place.column + columns)
        }
        let range = SourceRange(start: moved(range.start), end: moved(range.end))
        return Inline(kind.mapChildren { $0.map { $0.moved(lines: lines, columns: columns) } }, at: range)
    }
}
