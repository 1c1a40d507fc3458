/// A person, or an institution, as a bibliography names it.
struct PersonName: Hashable, Sendable {
    /// What lists and citations call them: the family name with its particles, `van Beethoven`, or the institution's whole name.
    var family: String
    /// The given names; empty for an institution.
    var given = ""
    /// `Jr.` and the like.
    var suffix = ""

    /// The names in a field such as `Sutton, Richard S. and {DeepMind} and others`.
    ///
    /// - Returns: the names, and whether there are others.
    static func names(in field: String) -> (names: [PersonName], hasOthers: Bool) {
        var parts: [String] = []
        var depth = 0
        var words: [Substring] = []
        for word in field.split(separator: " ") {
            if depth == 0, word.lowercased() == "and" {
                parts.append(words.joined(separator: " "))
                words = []
                continue
            }
            depth += word.count { $0 == "{" } - word.count { $0 == "}" }
            words.append(word)
        }
        parts.append(words.joined(separator: " "))
        let names = parts.filter { !$0.isEmpty }
        let people = names.filter { $0.lowercased() != "others" }
        return (people.map(PersonName.init), people.count < names.count)
    }

    init(_ text: String) {
        func plain(_ text: some StringProtocol) -> String { String(text.filter { $0 != "{" && $0 != "}" }) }
        // In braces as a whole: an institution.
        if text.first == "{", text.last == "}", !text.dropFirst().dropLast().contains("}") {
            family = plain(text)
            return
        }
        let parts = text.split(separator: ",").map { $0.drop { $0 == " " } }
        guard parts.count < 2 else {
            family = plain(parts[0])
            given = plain(parts.last!)
            if parts.count > 2 { suffix = plain(parts[1]) }
            return
        }
        // Particles in small letters belong to the family: Ludwig van Beethoven.
        let words = text.split(separator: " ")
        let start = words.dropLast().firstIndex { $0.first?.isLowercase ?? false } ?? max(0, words.count - 1)
        family = plain(words[start...].joined(separator: " "))
        given = plain(words[..<start].joined(separator: " "))
    }

    /// `Martin King Jr.`
    var whole: String { [given, family, suffix].filter { !$0.isEmpty }.joined(separator: " ") }
}
