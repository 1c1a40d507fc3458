/// The text of one section of a page, without marks.
struct SearchSection: Hashable, Sendable, Encodable {
    /// The `id` of the heading; empty for what stands before the first.
    var anchor: String
    /// The heading.
    var title: String
    /// A text for each paragraph, caption, item.
    var texts: [String] = []
    /// The lines of listings and of what they print.
    var code: [String] = []

    /// Whether there is nothing to find.
    var isEmpty: Bool { title.isEmpty && texts.isEmpty && code.isEmpty }

    /// Takes in a text, if there are words in it.
    mutating func add(text: String) {
        let words = text.utf8.split {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t")
        }
        if !words.isEmpty { texts.append(words.map { String(Substring($0)) }.joined(separator: " ")) }
    }

    /// Takes in code, line by line.
    mutating func add(code text: String) {
        code += text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    }
}
