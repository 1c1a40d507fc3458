extension Symbol {
    /// Large operators whose scripts are limits in display style.
    static let sums: [String: String] = [
        "sum": "∑", "prod": "∏", "coprod": "∐", "bigcap": "⋂", "bigcup": "⋃", "bigvee": "⋁", "bigwedge": "⋀",
        "bigoplus": "⨁", "bigotimes": "⨂", "bigodot": "⨀", "biguplus": "⨄", "bigsqcup": "⨆",
    ]

    /// Integrals, whose scripts stand beside them.
    static let integrals: [String: String] = ["int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮"]
}

/// Operators written as upright words.
enum OperatorName {
    /// Those whose scripts stand beside them.
    static let plain: [String: String] = [
        "arccos": "arccos", "arcsin": "arcsin", "arctan": "arctan", "arg": "arg", "cos": "cos", "cosh": "cosh",
        "cot": "cot", "coth": "coth", "csc": "csc", "deg": "deg", "dim": "dim", "exp": "exp", "hom": "hom",
        "ker": "ker", "lg": "lg", "ln": "ln", "log": "log", "sec": "sec", "sin": "sin", "sinh": "sinh",
        "tan": "tan", "tanh": "tanh",
    ]

    /// Those whose scripts are limits in display style. The space inside is a thin one.
    static let withLimits: [String: String] = [
        "argmax": "arg\u{2009}max", "argmin": "arg\u{2009}min", "det": "det", "gcd": "gcd", "inf": "inf",
        "lim": "lim", "liminf": "lim\u{2009}inf", "limsup": "lim\u{2009}sup", "max": "max", "min": "min",
        "Pr": "Pr", "sup": "sup",
    ]
}
