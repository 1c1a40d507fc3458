/// A sentence of a story, as the judge of last resort understands it: a rule.
///
/// ```swift
/// let sentence = StorySentence(parsing: "then mia found the key .")
/// print(sentence?.kind, sentence?.hero, sentence?.object)  // resolution, mia, key
/// ```
public struct StorySentence: Hashable, Sendable {
    /// What the sentence does in the story.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Something goes wrong.
        case problem
        /// Somebody does something about it.
        case action
        /// It turns out well.
        case resolution
        /// The story is over.
        case end
        /// Something else.
        case filler
    }

    /// What it does.
    public let kind: Kind
    /// Who is named; nil if nobody is.
    public let hero: String?
    /// Which object is named; nil if none is.
    public let object: String?

    /// The six names.
    public static let names = ["mia", "tom", "ana", "leo", "eva", "max"]
    /// The four animals that heroes are, and are asked for help.
    public static let animals = ["fox", "bear", "owl", "cat"]
    /// The six objects.
    public static let objects = ["key", "map", "lamp", "ring", "drum", "kite"]
    /// The four places.
    public static let places = ["forest", "river", "hill", "village"]

    /// All sentences that there are, with H for a name, A for an animal, O for an object and P for a place.
    static let templates: [(kind: Kind, words: [String])] = sentences.map {
        ($0, $1.split(separator: " ").map(String.init))
    }

    private static let sentences: [(Kind, String)] = [
        (.problem, "but a thief took the O ."), (.problem, "but H lost the O ."), (.problem, "but the door was shut ."),
        (.problem, "but a storm came ."),
        (.action, "H ran to the P ."), (.action, "H asked the A for help ."), (.action, "H looked in the P ."),
        (.resolution, "with the O H opened the door ."), (.resolution, "then H found the O ."),
        (.resolution, "H gave the O back ."), (.resolution, "then H took the O back ."),
        (.end, "and all was well again ."), (.end, "that was the end ."), (.end, "it was a good day ."),
        (.filler, "the sun was warm ."), (.filler, "it was a long way ."), (.filler, "a bird flew by ."),
    ]

    private static let fillings = ["H": names, "A": animals, "O": objects, "P": places]

    /// The sentence with these words, full stop included; nil if there is none.
    public init?(parsing text: String) {
        let words = text.split(separator: " ").map(String.init)
        for (kind, template) in Self.templates where template.count == words.count {
            let isMatch = zip(template, words).allSatisfy { Self.fillings[$0]?.contains($1) ?? ($0 == $1) }
            guard isMatch else { continue }
            self.kind = kind
            hero = template.firstIndex(of: "H").map { words[$0] }
            object = template.firstIndex(of: "O").map { words[$0] }
            return
        }
        return nil
    }
}
