/// A block of a document, with its place in the source.
public struct Block: Hashable, Sendable {
    /// What the block is.
    public var kind: Kind
    /// Where it stands.
    public var range: SourceRange

    /// Creates a block that stands at `range`.
    public init(_ kind: Kind, at range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    /// The kinds of blocks: those of CommonMark 0.30, two extensions, those of a book, and HTML that a transformation
    /// puts in.
    public indirect enum Kind: Hashable, Sendable {
        /// A paragraph.
        case paragraph([Inline])
        /// A heading; `level` is 1 to 6.
        case heading(level: Int, [Inline])
        /// A heading of a book, with the `id` by which it is found and its number, if it shows one.
        case section(level: Int, anchor: String, number: String?, [Inline])
        /// A quotation.
        case blockQuote([Block])
        /// A list.
        case list(ListStyle, items: [ListItem])
        /// A block of code, fenced or indented; `info` is what follows the fence.
        case code(info: String, text: String, isFenced: Bool)
        /// HTML that stands in the source.
        case html(String)
        /// A formula in TeX on lines of its own, of a book, with its `id` and number if it has a label.
        case equation(String, anchor: String?, number: String?)
        /// A box beside the argument, such as a `note` or a `warning`, of a book.
        case alert(kind: String, [Block])
        /// A horizontal rule.
        case thematicBreak
        /// A table with pipes (an extension).
        case table(PipeTable)
        /// The text of a note, `[^name]: …` (an extension).
        case note(name: String, [Inline])
        /// Ready HTML around blocks: of extensions such as struck text, or made right before rendering.
        case wrapped(open: String, [Block], close: String)
        /// Ready HTML around inlines: of extensions such as struck text, or made right before rendering.
        case wrappedInlines(open: String, [Inline], close: String)
        /// What a transformation will exchange, by number, before the document is rendered.
        case placeholder(Int)
    }
}

/// How a list is numbered and spaced.
public struct ListStyle: Hashable, Sendable {
    /// The number of the first item; nil for a bullet list.
    public var start: Int?
    /// Whether the numbers end in `)` instead of `.`.
    public var hasParenthesis: Bool
    /// Whether the items stand without blank lines between them.
    public var isTight: Bool
}

/// One item of a list.
public struct ListItem: Hashable, Sendable {
    /// What the item contains.
    public var blocks: [Block]
    /// Where it stands.
    public var range: SourceRange
}
