extension Symbol {
    /// Relations. `\given` is the bar of a conditional, π(a | s), like `\mid`; GitHub knows only `\mid`.
    static let relations: [String: String] = [
        "lt": "<", "gt": ">", "le": "≤", "leq": "≤", "leqslant": "⩽", "ge": "≥", "geq": "≥", "geqslant": "⩾",
        "ll": "≪", "lll": "⋘", "gg": "≫", "ggg": "⋙", "equiv": "≡", "sim": "∼", "simeq": "≃", "approx": "≈",
        "approxeq": "≊", "cong": "≅", "doteq": "≐", "propto": "∝", "varpropto": "∝", "asymp": "≍",
        "triangleq": "≜", "coloneqq": "≔", "coloneq": "≔", "eqqcolon": "≕", "lesssim": "≲", "gtrsim": "≳",
        "prec": "≺", "preceq": "⪯", "succ": "≻", "succeq": "⪰", "in": "∈", "ni": "∋", "subset": "⊂",
        "subseteq": "⊆", "subsetneq": "⊊", "supset": "⊃", "supseteq": "⊇", "supsetneq": "⊋", "sqsubseteq": "⊑",
        "sqsupseteq": "⊒", "mid": "|", "given": "|", "parallel": "∥", "perp": "⟂", "vdash": "⊢", "dashv": "⊣",
        "models": "⊨", "vDash": "⊨", "bowtie": "⋈", "smile": "⌣", "frown": "⌢", "therefore": "∴", "because": "∵",
    ]

    /// Relations that deny another; `\not` in front of the other makes the same.
    static let negatedRelations: [String: String] = [
        "ne": "≠", "neq": "≠", "notin": "∉", "nsim": "≁", "ncong": "≇", "nless": "≮", "ngtr": "≯", "nleq": "≰",
        "ngeq": "≱", "nprec": "⊀", "nsucc": "⊁", "nmid": "∤", "nparallel": "∦", "nsubseteq": "⊈",
        "nsupseteq": "⊉", "nvdash": "⊬", "nvDash": "⊭", "nleftarrow": "↚", "nrightarrow": "↛",
        "nLeftarrow": "⇍", "nRightarrow": "⇏",
    ]

    /// What `\not` makes of a symbol that has a negated form of its own.
    static let negations: [String: String] = [
        "=": "≠", "∈": "∉", "∋": "∌", "∼": "≁", "≃": "≄", "≅": "≇", "≈": "≉", "≡": "≢", "<": "≮", ">": "≯",
        "≤": "≰", "≥": "≱", "≺": "⊀", "≻": "⊁", "|": "∤", "∥": "∦", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉",
        "⊢": "⊬", "⊨": "⊭", "←": "↚", "→": "↛", "⇐": "⇍", "⇒": "⇏", "∃": "∄",
    ]
}
