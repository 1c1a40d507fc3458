extension Symbol {
    /// Arrows, all relations.
    static let arrows: [String: String] = [
        "to": "→", "rightarrow": "→", "gets": "←", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
        "implies": "⟹", "Leftarrow": "⇐", "impliedby": "⟸", "Leftrightarrow": "⇔", "iff": "⟺",
        "longrightarrow": "⟶", "longleftarrow": "⟵", "longleftrightarrow": "⟷", "Longrightarrow": "⟹",
        "Longleftarrow": "⟸", "Longleftrightarrow": "⟺", "mapsto": "↦", "longmapsto": "⟼",
        "hookrightarrow": "↪", "hookleftarrow": "↩", "uparrow": "↑", "downarrow": "↓", "updownarrow": "↕",
        "Uparrow": "⇑", "Downarrow": "⇓", "Updownarrow": "⇕", "nearrow": "↗", "searrow": "↘", "swarrow": "↙",
        "nwarrow": "↖", "rightharpoonup": "⇀", "rightharpoondown": "⇁", "leftharpoonup": "↼",
        "leftharpoondown": "↽", "rightleftharpoons": "⇌", "leadsto": "⇝", "rightsquigarrow": "⇝",
        "twoheadrightarrow": "↠", "circlearrowleft": "↺", "circlearrowright": "↻",
    ]

    /// Arrows that grow to the width of what stands above and below them, `\xrightarrow[below]{above}`.
    static let extensibleArrows: [String: String] = [
        "xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒", "xLeftarrow": "⇐",
        "xmapsto": "↦",
    ]
}
