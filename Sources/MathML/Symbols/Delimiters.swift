extension Symbol {
    /// Commands for brackets that open.
    static let openings: [String: String] = [
        "{": "{", "lbrace": "{", "lbrack": "[", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈", "lvert": "|",
        "lVert": "‖", "lgroup": "⟮", "llbracket": "⟦",
    ]

    /// Commands for brackets that close.
    static let closings: [String: String] = [
        "}": "}", "rbrace": "}", "rbrack": "]", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉", "rvert": "|",
        "rVert": "‖", "rgroup": "⟯", "rrbracket": "⟧",
    ]

    /// Commands for bars that open or close.
    static let bars: [String: String] = ["|": "‖", "Vert": "‖", "vert": "|"]

    /// What may follow `\left`, `\right`, `\middle` and `\big`: besides brackets and bars these.
    private static let otherDelimiters: Set<String> = ["/", "\\", "↑", "↓", "↕", "⇑", "⇓", "⇕"]

    /// This symbol as a delimiter, or nil if it can not be one. Angle brackets may be written `<` and `>`.
    var asDelimiter: Symbol? {
        switch (text, atom) {
        case ("<", .relation): Symbol(text: "⟨", atom: .opening)
        case (">", .relation): Symbol(text: "⟩", atom: .closing)
        case ("|", .relation), ("!", _), ("?", _): nil
        case (_, .opening), (_, .closing), (_, .bar): self
        default: Symbol.otherDelimiters.contains(text) ? Symbol(text: text, atom: .ordinary) : nil
        }
    }
}

/// The commands `\big` … `\Biggr`: a delimiter at a fixed size.
struct DelimiterSize: Sendable {
    /// Height in em: LaTeX's 8.5, 11.5, 14.5 and 17.5 pt at 10 pt, rounded up to what a delimiter of that name covers.
    let height: String
    /// The class the command's last letter asks for; nil keeps the delimiter's own.
    let atom: AtomClass?

    static let commands: [String: DelimiterSize] = {
        var sizes: [String: DelimiterSize] = [:]
        for (name, height) in [("big", "1.2em"), ("Big", "1.8em"), ("bigg", "2.4em"), ("Bigg", "3em")] {
            sizes[name] = DelimiterSize(height: height, atom: nil)
            sizes[name + "l"] = DelimiterSize(height: height, atom: .opening)
            sizes[name + "r"] = DelimiterSize(height: height, atom: .closing)
            sizes[name + "m"] = DelimiterSize(height: height, atom: .relation)
        }
        return sizes
    }()
}
