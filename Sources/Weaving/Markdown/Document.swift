/// A Markdown document: CommonMark 0.30 as libcmark reads it, with pipe tables and notes.
///
/// ```swift
/// let document = try Document(parsing: "A *short* text.")
/// print(document.html)  // <p>A <em>short</em> text.</p>
/// ```
///
/// Parsing and rendering are libcmark's; between the two a document is a value that can be taken apart and changed.
public struct Document: Hashable, Sendable {
    /// The blocks, in their order.
    public var blocks: [Block]

    /// Creates a document of these blocks.
    public init(blocks: [Block]) {
        self.blocks = blocks
    }

    /// Reads a document. The first line of `source` has number 1.
    ///
    /// - Throws: ``MarkdownError`` if blocks or inlines are nested too deeply.
    public init(parsing source: String, as dialect: MarkdownDialect = .commonMark) throws(MarkdownError) {
        let lines = SourceLines(source)
        blocks = try CommonMarkReader(lines: lines, dialect: dialect).blocks(of: source)
        if dialect == .book { readExtensions(in: lines) }
    }

    /// The document as HTML, rendered by libcmark. HTML in the source passes through.
    public var html: String { CommonMarkWriter.html(of: blocks) }
}

/// What marks a text may have.
public enum MarkdownDialect: Hashable, Sendable {
    /// Those of CommonMark 0.30, with pipe tables and notes.
    case commonMark
    /// Also `~~struck~~`, bare addresses, task lists and definition lists; straight quotation marks become curly ones, and `--` and
    /// `...` a dash and an ellipsis.
    case book
}

/// Why a text can not be read as a document.
public enum MarkdownError: Error, Hashable, Sendable {
    /// Quotations, lists or marks at this line are nested deeper than any author needs.
    case nestedTooDeeply(line: Int)
}
