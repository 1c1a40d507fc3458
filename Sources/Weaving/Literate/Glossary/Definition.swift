import Markdown

/// A term with the sentence that defines it.
struct Definition: Hashable, Codable, Sendable {
    var term: String
    /// The page of the definition, where it has the `id` ``anchor``.
    var page: String
    /// What the definition's chapter is called.
    var chapter: String
    /// The name of the chapter's part; nil if it belongs to none.
    var part: String?
    /// The formula right after the term, in TeX: its symbol.
    var symbol: String?
    /// The sentence, for any page.
    var sentence: [Inline]

    var anchor: String { Glossary.anchor(of: term) }
}
