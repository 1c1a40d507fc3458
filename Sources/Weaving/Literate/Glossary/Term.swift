public import Markdown

/// A term of a book's glossary, and where the book lists it.
public struct Term: Hashable, Sendable {
    /// The words.
    public var text: String
    /// Their place in the file.
    public var position: SourcePosition?
}
