/// A character of a formula and the class of atom it makes.
struct Symbol: Sendable, Equatable {
    var text: String
    var atom: AtomClass
    /// Whether scripts stand above and below in display style, as with a sum.
    var takesLimits = false

    /// A letter-like character that must not be slanted: a capital Greek letter.
    var isUpright: Bool { atom == .ordinary && Symbol.uprightLetters.contains(text) }

    private static let uprightLetters: Set<String> = [
        "Γ", "Δ", "Θ", "Λ", "Ξ", "Π", "Σ", "Υ", "Φ", "Ψ", "Ω",
    ]
}

extension Symbol {
    /// All symbols with a command, by its name without the backslash.
    static let commands: [String: Symbol] = {
        var symbols: [String: Symbol] = [:]
        let classes: [(AtomClass, [String: String])] = [
            (.ordinary, greekLetters), (.ordinary, letterlike), (.binary, binaryOperators),
            (.relation, relations), (.relation, arrows), (.relation, negatedRelations),
            (.opening, openings), (.closing, closings), (.bar, bars), (.inner, dots),
            (.punctuation, ["colon": ":"]),
        ]
        for (atom, table) in classes {
            for (name, text) in table { symbols[name] = Symbol(text: text, atom: atom) }
        }
        for (name, text) in sums { symbols[name] = Symbol(text: text, atom: .largeOperator, takesLimits: true) }
        for (name, text) in integrals { symbols[name] = Symbol(text: text, atom: .largeOperator) }
        return symbols
    }()

    /// The symbols that stand for themselves: ASCII, and the characters of the commands written directly, such as `≤`.
    static let characters: [String: Symbol] = {
        var symbols: [String: Symbol] = [:]
        // Names in order: when two commands share a character, the same one wins in every run.
        for (_, symbol) in commands.sorted(by: { $0.key < $1.key }) {
            // What is a sign of TeX by itself, such as $, needs its command.
            let isASCII = symbol.text.utf8.count == 1
            if !isASCII, symbols[symbol.text] == nil { symbols[symbol.text] = symbol }
        }
        let ascii: [(String, String, AtomClass)] = [
            ("+", "+", .binary), ("-", "−", .binary), ("−", "−", .binary), ("*", "∗", .binary),
            ("=", "=", .relation), ("<", "<", .relation), (">", ">", .relation), (":", ":", .relation),
            ("(", "(", .opening), ("[", "[", .opening), (")", ")", .closing), ("]", "]", .closing),
            ("!", "!", .closing), ("?", "?", .closing), ("|", "|", .bar), ("‖", "‖", .bar),
            (",", ",", .punctuation), (";", ";", .punctuation),
            ("/", "/", .ordinary), (".", ".", .ordinary), ("@", "@", .ordinary), ("\"", "\"", .ordinary),
        ]
        for (character, text, atom) in ascii { symbols[character] = Symbol(text: text, atom: atom) }
        return symbols
    }()
}
