/// A shape of letters, `\mathbf` and its kin, made of Unicode's mathematical letters: browsers ignore `mathvariant`.
enum Alphabet: Sendable {
    case upright, bold, italic, boldSymbol, doubleStruck, script, fraktur, sansSerif, monospace

    /// The commands whose argument is a formula in that alphabet.
    static let commands: [String: Alphabet] = [
        "mathrm": .upright, "mathbf": .bold, "mathit": .italic, "boldsymbol": .boldSymbol, "bm": .boldSymbol,
        "mathbb": .doubleStruck, "mathcal": .script, "mathscr": .script, "mathfrak": .fraktur,
        "mathsf": .sansSerif, "mathtt": .monospace,
    ]

    /// The commands whose argument is text in that alphabet.
    static let textCommands: [String: Alphabet] = [
        "text": .upright, "textrm": .upright, "textnormal": .upright, "mbox": .upright, "textbf": .bold,
        "textit": .italic, "emph": .italic, "textsf": .sansSerif, "texttt": .monospace,
    ]

    /// Whether neighbouring letters are one word and not a product.
    var makesWords: Bool {
        switch self {
        case .upright, .bold, .italic, .sansSerif, .monospace: true
        case .boldSymbol, .doubleStruck, .script, .fraktur: false
        }
    }

    /// `letter` in this alphabet, or unchanged where Unicode has no such letter.
    func callAsFunction(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        if let exception = exceptions[letter] { return exception }
        let value = letter.value
        let start: UInt32? =
            switch letter {
            case "A"..."Z": blocks.capitals.map { $0 + value - 0x41 }
            case "a"..."z": blocks.smalls.map { $0 + value - 0x61 }
            case "0"..."9": blocks.digits.map { $0 + value - 0x30 }
            case "\u{391}"..."\u{3A9}": blocks.greek.map { $0.capitals + value - 0x391 }
            case "∇": blocks.greek.map { $0.capitals + 25 }
            case "\u{3B1}"..."\u{3C9}": blocks.greek.map { $0.smalls + value - 0x3B1 }
            default:
                Self.greekVariants.firstIndex(of: letter).flatMap { index in
                    blocks.greek.map { $0.smalls + 25 + UInt32(index) }
                }
            }
        return start.flatMap(Unicode.Scalar.init) ?? letter
    }

    /// Unicode's order of the letters that follow ω in each of its mathematical Greek alphabets.
    private static let greekVariants: [Unicode.Scalar] = ["∂", "ϵ", "ϑ", "ϰ", "ϕ", "ϱ", "ϖ"]

    private struct Blocks {
        var capitals: UInt32?
        var smalls: UInt32?
        var digits: UInt32?
        var greek: (capitals: UInt32, smalls: UInt32)?
    }

    private var blocks: Blocks {
        switch self {
        case .upright: Blocks()
        case .bold: Blocks(capitals: 0x1D400, smalls: 0x1D41A, digits: 0x1D7CE, greek: (0x1D6A8, 0x1D6C2))
        case .italic: Blocks(capitals: 0x1D434, smalls: 0x1D44E, greek: (0x1D6E2, 0x1D6FC))
        // Bold of what the letter is without it: Latin and small Greek slanted, capital Greek and digits upright.
        case .boldSymbol: Blocks(capitals: 0x1D468, smalls: 0x1D482, digits: 0x1D7CE, greek: (0x1D6A8, 0x1D736))
        case .doubleStruck: Blocks(capitals: 0x1D538, smalls: 0x1D552, digits: 0x1D7D8)
        case .script: Blocks(capitals: 0x1D49C, smalls: 0x1D4B6)
        case .fraktur: Blocks(capitals: 0x1D504, smalls: 0x1D51E)
        case .sansSerif: Blocks(capitals: 0x1D5A0, smalls: 0x1D5BA, digits: 0x1D7E2)
        case .monospace: Blocks(capitals: 0x1D670, smalls: 0x1D68A, digits: 0x1D7F6)
        }
    }

    /// Letters that were in Unicode before their alphabet.
    private var exceptions: [Unicode.Scalar: Unicode.Scalar] {
        switch self {
        case .italic: ["h": "ℎ"]
        case .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
        case .script:
            [
                "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
                "o": "ℴ",
            ]
        case .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
        case .upright, .bold, .boldSymbol, .sansSerif, .monospace: [:]
        }
    }
}
