/// What a piece of a book's text is beyond CommonMark; a transformation exchanges it before the document is rendered.
public enum Mark: Hashable, Sendable, Codable {
    /// A note, with its number; without one, the entry of a work that the text cites.
    case note(Int?)
    /// The number of a note, where the text refers to it; it has no pieces in it.
    case noteReference(Int)
    /// The number of a picture, such as `4.2`, before its caption; it has no pieces in it.
    case pictureNumber(String, anchor: String)
    /// A formula and the punctuation behind it, between which no line breaks.
    case unbroken
    /// A reference to something with a label, by its address.
    case reference(to: String)
    /// The name of a work that the text cites, by the address of its entry.
    case citation(of: String)
    /// The place that defines a term.
    case definition(of: String)
    /// A use of a term that an earlier chapter defines.
    case use(of: String)
    /// What an expression in a sentence gave, and the expression.
    case computed(by: String)
}
