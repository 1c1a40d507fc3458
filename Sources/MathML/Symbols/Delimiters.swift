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
    /// The attributes of the operator. The smallest is a larger letter, set by the style sheet: browsers give a
    /// stretched bracket the width of its font's widest one, which shows most with the smallest.
    let attributes: String
    /// The class the command's last letter asks for; nil keeps the delimiter's own.
    let atom: AtomClass?

    static let commands: [String: DelimiterSize] = {
        var sizes: [String: DelimiterSize] = [:]
        // The heights are LaTeX's: 12, 18, 24 and 30 pt at 10 pt.
        for (name, height) in [("big", nil), ("Big", "1.8em"), ("bigg", "2.4em"), ("Bigg", "3em")] {
            let attributes =
                height.map { "stretchy=\"true\" symmetric=\"true\" minsize=\"\($0)\" maxsize=\"\($0)\"" }
                ?? "class=\"math-big\" stretchy=\"false\""
            sizes[name] = DelimiterSize(attributes: attributes, atom: nil)
            sizes[name + "l"] = DelimiterSize(attributes: attributes, atom: .opening)
            sizes[name + "r"] = DelimiterSize(attributes: attributes, atom: .closing)
            sizes[name + "m"] = DelimiterSize(attributes: attributes, atom: .relation)
        }
        return sizes
    }()
}
