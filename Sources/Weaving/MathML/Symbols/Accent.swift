/// A mark over or under its base.
struct Accent: Sendable, Equatable {
    /// The mark as markup.
    let mark: String
    /// Whether the mark grows with its base.
    var stretches = false
    var isUnder = false
    /// Whether scripts stand at the mark, like the label of a brace.
    var takesLabel = false

    static let commands: [String: Accent] = [
        "hat": Accent(mark: "ˆ"), "tilde": Accent(mark: "˜"), "bar": Accent(mark: "ˉ"), "vec": Accent(mark: "→"),
        "dot": Accent(mark: "˙"), "ddot": Accent(mark: "¨"), "check": Accent(mark: "ˇ"), "breve": Accent(mark: "˘"),
        "acute": Accent(mark: "´"), "grave": Accent(mark: "`"), "mathring": Accent(mark: "˚"),
        // The combining circumflex is the one that fonts give wide forms; as a reference it combines with no tag.
        "widehat": Accent(mark: "&#x302;", stretches: true), "widetilde": Accent(mark: "˜", stretches: true),
        "overrightarrow": Accent(mark: "→", stretches: true), "overleftarrow": Accent(mark: "←", stretches: true),
        "overbrace": Accent(mark: "⏞", stretches: true, takesLabel: true),
        "underbrace": Accent(mark: "⏟", stretches: true, isUnder: true, takesLabel: true),
    ]
}
