extension Symbol {
    /// Signs that behave like a letter: nothing around them but what their neighbours ask for.
    static let letterlike: [String: String] = [
        "infty": "∞", "nabla": "∇", "partial": "∂", "ell": "ℓ", "hbar": "ℏ", "imath": "ı", "jmath": "ȷ",
        "Re": "ℜ", "Im": "ℑ", "wp": "℘", "aleph": "ℵ", "emptyset": "∅", "varnothing": "∅", "forall": "∀",
        "exists": "∃", "nexists": "∄", "neg": "¬", "lnot": "¬", "top": "⊤", "bot": "⊥", "angle": "∠",
        "prime": "′", "backslash": "\\", "surd": "√", "square": "□", "Box": "□", "blacksquare": "■",
        "triangle": "△", "checkmark": "✓", "dagger": "†", "degree": "°", "complement": "∁",
        "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "S": "§", "P": "¶", "pounds": "£",
    ]

    /// Dots. `\dots` itself looks at what follows, see ``Parser``.
    static let dots: [String: String] = [
        "ldots": "…", "dotsc": "…", "dotso": "…", "cdots": "⋯", "dotsb": "⋯", "dotsm": "⋯", "vdots": "⋮",
        "ddots": "⋱",
    ]
}
