import Markdown

extension ChapterReader {
    /// A formula in a line of text.
    mutating func formula(_ tex: String, at position: SourcePosition) -> Inline.Kind {
        .html(tex)
    }

    /// A formula in a line of its own, numbered if it has a label.
    mutating func equation(_ tex: String, at fence: SourcePosition) -> Block.Kind {
        .html(tex)
    }
}
