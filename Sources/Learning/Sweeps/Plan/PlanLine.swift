/// A line of a plan, read from left to right: `key: value`, `key: [value, value]`, `key:` or `- value`, and a comment behind any.
struct PlanLine {
    private let path: String
    private let number: Int
    // Of scalars: to YAML an accent behind a bracket hides no bracket.
    private let text: Substring.UnicodeScalarView
    private var rest: Substring.UnicodeScalarView

    /// Nil for a line that says nothing.
    init?(_ text: Substring, number: Int, path: String) throws(SweepError) {
        (self.path, self.number, self.text) = (path, number, text.unicodeScalars)
        rest = self.text.drop(while: Self.isAllowed)
        guard rest.isEmpty else { throw flaw }
        rest = self.text.drop { $0 == " " }
        guard !isOver else { return nil }
    }

    /// Where it goes on.
    var place: PlanPlace {
        PlanPlace(line: number, column: text.distance(from: text.startIndex, to: rest.startIndex) + 1)
    }
    /// Whether it is a value of a list.
    var isItem: Bool { rest.elementsEqual(["-"]) || rest.starts(with: ["-", " "]) }
    /// That what follows can not be.
    var flaw: SweepError { .plan(path: path, place: place, flaw: .notUnderstood(String(rest))) }

    private var isOver: Bool { rest.isEmpty || rest.first == "#" }

    /// The key, whose colon is followed by a space or by nothing.
    mutating func key() throws(SweepError) -> PlanNode {
        let key = try word()
        guard rest.first == ":", [nil, " "].contains(rest.dropFirst().first) else { throw flaw }
        pass()
        return key
    }

    /// The value of a list, behind its dash.
    mutating func item() throws(SweepError) -> PlanNode {
        pass()
        let item = try word()
        guard isOver else { throw flaw }
        return item
    }

    /// What stands behind a key; nil if nothing does.
    mutating func value() throws(SweepError) -> PlanNode? {
        guard !isOver else { return nil }
        let value = rest.first == "[" ? try list() : try word()
        guard isOver else { throw flaw }
        return value
    }

    private mutating func list() throws(SweepError) -> PlanNode {
        let place = place
        var values: [PlanNode] = []
        repeat {
            pass()
            if rest.first != "]" { values.append(try word(inList: true)) }
        } while rest.first == ","
        guard rest.first == "]" else { throw flaw }
        pass()
        return PlanNode(place: place, content: .list(values))
    }

    /// A text, in quotes or without.
    private mutating func word(inList: Bool = false) throws(SweepError) -> PlanNode {
        let (place, word) = (place, rest.prefix(try length(inList: inList)))
        rest = rest[word.endIndex...]
        guard word.first == "\"" || word.first == "'" else {
            let end = word.lastIndex { $0 != " " }.map(word.index(after:)) ?? word.startIndex
            return PlanNode(place: place, content: .text(String(word[..<end])))
        }
        // A comment does not touch quotes.
        guard rest.first != "#" else { throw flaw }
        rest = rest.drop { $0 == " " }
        return PlanNode(place: place, content: .text(String(word.dropFirst().dropLast())))
    }

    /// How many characters belong to the text that begins here.
    private func length(inList: Bool) throws(SweepError) -> Int {
        let characters = Array(rest)
        guard let first = characters.first else { throw flaw }
        func ends(at index: Int) -> Bool {
            guard index < characters.count else { return true }
            return characters[index] == " " || inList && ",[]{}".unicodeScalars.contains(characters[index])
        }
        if first == "\"" || first == "'" {
            let inner = characters.dropFirst().prefix { $0 != first }
            // There are no escapes: what would need one can not stand in a table either.
            guard inner.endIndex < characters.count, !inner.contains("\\"),
                characters[inner.endIndex...].dropFirst().first != first
            else { throw flaw }
            return inner.count + 2
        }
        guard !"[]{},&*!|>%@`#\"'\t".unicodeScalars.contains(first),
            !("-?:".unicodeScalars.contains(first) && (ends(at: 1) || inList && first != "-"))
        else { throw flaw }
        // A tab looks like spaces, and is none to YAML where lines begin.
        let count =
            characters.indices.first { index in
                switch characters[index] {
                case ":": ends(at: index + 1)
                case "#": characters[index - 1] == " "
                case ",", "[", "]", "{", "}": inList
                default: false
                }
            } ?? characters.count
        guard !characters.prefix(count).contains("\t") else { throw flaw }
        return count
    }

    /// Goes on behind the next character and the spaces that follow it.
    private mutating func pass() { rest = rest.dropFirst().drop { $0 == " " } }

    /// Whether YAML knows a character.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x20...0x7E, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
