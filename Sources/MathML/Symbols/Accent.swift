/// A mark over or under its base.
struct Accent: Sendable, Equatable {
    let mark: String
    /// Whether the mark grows with its base.
    var stretches = false
    var isUnder = false
    /// Whether scripts stand at the mark, like the label of a brace.
    var takesLabel = false

    static let commands: [String: Accent] = [
        "hat": Accent(mark: "^"), "tilde": Accent(mark: "~"), "bar": Accent(mark: "¯"), "vec": Accent(mark: "→"),
        "dot": Accent(mark: "˙"), "ddot": Accent(mark: "¨"), "check": Accent(mark: "ˇ"), "breve": Accent(mark: "˘"),
        "acute": Accent(mark: "´"), "grave": Accent(mark: "`"), "mathring": Accent(mark: "˚"),
        "widehat": Accent(mark: "^", stretches: true), "widetilde": Accent(mark: "~", stretches: true),
        "overline": Accent(mark: "‾", stretches: true), "underline": Accent(mark: "_", stretches: true, isUnder: true),
        "overrightarrow": Accent(mark: "→", stretches: true), "overleftarrow": Accent(mark: "←", stretches: true),
        "overbrace": Accent(mark: "⏞", stretches: true, takesLabel: true),
        "underbrace": Accent(mark: "⏟", stretches: true, isUnder: true, takesLabel: true),
    ]
}
