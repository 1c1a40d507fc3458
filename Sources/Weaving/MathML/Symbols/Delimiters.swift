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
    /// The attributes of the operator.
    let attributes: String
    /// The class the command's last letter asks for; nil keeps the delimiter's own.
    var atom: AtomClass?

    /// 1.2 times the size of the line, as a larger letter set by the style sheet: stretched, the smallest size would
    /// be the one with the most space around it.
    static let big = DelimiterSize(attributes: "class=\"math-big\" stretchy=\"false\"")

    /// `height` in em.
    private static func stretched(_ height: String) -> DelimiterSize {
        DelimiterSize(
            attributes: "stretchy=\"true\" symmetric=\"true\" minsize=\"\(height)\" maxsize=\"\(height)\"")
    }

    static let commands: [String: DelimiterSize] = {
        var sizes: [String: DelimiterSize] = [:]
        // The heights are LaTeX's: 12, 18, 24 and 30 pt at 10 pt.
        for (name, size) in [
            ("big", big), ("Big", stretched("1.8em")), ("bigg", stretched("2.4em")), ("Bigg", stretched("3em")),
        ] {
            for (suffix, atom) in [("", nil), ("l", AtomClass.opening), ("r", .closing), ("m", .relation)] {
                sizes[name + suffix] = DelimiterSize(attributes: size.attributes, atom: atom)
            }
        }
        return sizes
    }()
}
