/// The language of a book, as `lang` in `book.yml` names it, and weave's own words in it.
///
/// Weave has its words in English, German, French, Spanish, Chinese and Japanese; in any other language they stay English.
public struct Language: Hashable, Sendable {
    /// The tag of BCP 47, such as `fr` or `de-CH`.
    public let tag: String

    static let english = Language(known: "en")

    private init(known tag: String) { self.tag = tag }

    /// The language of a tag; nil if it is none.
    public init?(tag: String) {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        guard (2...3).contains(parts[0].count), parts[0].allSatisfy({ $0.isASCII && $0.isLetter }),
            parts.dropFirst().allSatisfy({ part in
                (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            })
        else { return nil }
        self.tag = tag
    }

    /// The language itself, in small letters: `de` of `de-CH`.
    var main: String { String(tag.prefix { $0 != "-" }).lowercased() }

    /// Whether weave has its words in it.
    var isKnown: Bool { main == "en" || Word.translations[main] != nil }

    /// A word of weave's own.
    func callAsFunction(_ word: Word) -> String { Word.translations[main]?[word] ?? word.rawValue }

    /// What stands above an alert of a kind that GitHub knows, such as `note`.
    func title(ofAlert kind: String) -> String { Word(rawValue: kind.capitalizedFirst).map { self($0) } ?? kind }

    /// A word with a number, such as `Abbildung 4.2`.
    func callAsFunction(_ word: Word, _ number: String) -> String {
        let text = self(word)
        return text.contains("%") ? text.replacing("%", with: number) : "\(text) \(number)"
    }
}
