extension Symbol {
    /// Operators between two operands.
    static let binaryOperators: [String: String] = [
        "pm": "±", "mp": "∓", "times": "×", "div": "÷", "cdot": "⋅", "ast": "∗", "star": "⋆", "circ": "∘",
        "bullet": "∙", "cap": "∩", "cup": "∪", "uplus": "⊎", "sqcap": "⊓", "sqcup": "⊔", "vee": "∨", "lor": "∨",
        "wedge": "∧", "land": "∧", "setminus": "∖", "smallsetminus": "∖", "wr": "≀", "oplus": "⊕", "ominus": "⊖",
        "otimes": "⊗", "oslash": "⊘", "odot": "⊙", "diamond": "⋄", "amalg": "⨿", "ltimes": "⋉", "rtimes": "⋊",
        "boxplus": "⊞", "boxtimes": "⊠", "barwedge": "⊼", "veebar": "⊻",
    ]
}
