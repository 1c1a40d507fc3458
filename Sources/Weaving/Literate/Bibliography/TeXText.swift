import Foundation

/// A text of a bibliography as it reads: accents and signs that TeX writes as commands are letters, and braces, which only protect
/// capital letters, go away.
struct TeXText {
    /// The command that is not known, if there is one.
    private(set) var unknown: String?
    private(set) var text = ""

    /// - Parameter keepsBraces: whether the outermost braces stay, which hold the name of an institution together.
    init(_ source: String, keepsBraces: Bool = false) {
        var rest = source[...]
        var depth = 0
        var isFormula = false
        while let character = rest.popFirst() {
            switch character {
            case "{":
                if keepsBraces, depth == 0, rest.first != "\\" { text.append("{") }
                depth += 1
            case "}":
                depth -= 1
                if keepsBraces, depth == 0, text.contains("{") { text.append("}") }
            case "$": isFormula.toggle()
            case "~": text.append("\u{a0}")
            case "\\": command(&rest)
            default: text.append(character)
            }
        }
        if keepsBraces, text.count(where: { $0 == "{" }) != text.count(where: { $0 == "}" }) {
            text.removeAll { $0 == "{" || $0 == "}" }
        }
        let words = text.split { $0.isWhitespace && $0 != "\u{a0}" }.joined(separator: " ")
        text =
            words.replacing("---", with: "—").replacing("--", with: "–").replacing("``", with: "“").replacing(
                "''", with: "”"
            )
            .precomposed
    }

    /// What follows a backslash.
    private mutating func command(_ rest: inout Substring) {
        guard let first = rest.popFirst() else { return }
        guard first.isLetter else {
            if let accent = Self.accents[String(first)] {
                text += Self.argument(&rest) + accent
            } else if "&%$#_{}".contains(first) {
                text.append(first)
            } else if first == "\\" || first == "," || first == " " || first == "/" || first == "-" {
                text += first == "/" || first == "-" ? "" : " "
            } else {
                unknown = unknown ?? "\\\(first)"
            }
            return
        }
        let name = String(first) + rest.prefix { $0.isLetter && $0.isASCII }
        rest = rest.dropFirst(name.count - 1)
        if let accent = Self.accents[name] {
            rest = rest.drop { $0 == " " }
            text += Self.argument(&rest) + accent
        } else if let letter = Self.letters[name] {
            rest = rest.drop { $0 == " " }
            if rest.hasPrefix("{}") { rest = rest.dropFirst(2) }
            text += letter
        } else if !Self.styles.contains(name) {
            unknown = unknown ?? "\\\(name)"
        }
    }

    /// The letter under an accent: `e`, `{e}`, `\i`, `{\i}`.
    private static func argument(_ rest: inout Substring) -> String {
        let isBraced = rest.first == "{"
        if isBraced { rest = rest.dropFirst() }
        var letter = ""
        if rest.first == "\\" {
            let name = rest.dropFirst().prefix { $0.isLetter && $0.isASCII }
            rest = rest.dropFirst(1 + name.count)
            letter = ["i": "i", "j": "j"][String(name)] ?? letters[String(name)] ?? ""
        } else if let next = rest.popFirst() {
            letter = String(next)
        }
        if isBraced {
            letter += rest.prefix { $0 != "}" }
            rest = rest.drop { $0 != "}" }.dropFirst()
        }
        return letter
    }

    private static let accents = [
        "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
        "c": "\u{327}", "v": "\u{30c}", "u": "\u{306}", "H": "\u{30b}", "k": "\u{328}", "r": "\u{30a}", "d": "\u{323}",
        "b": "\u{331}",
    ]
    private static let letters = [
        "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł",
        "L": "Ł",
        "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ", "textendash": "–", "textemdash": "—", "textquoteright": "’",
        "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "textasciitilde": "~",
        "textbackslash": "\\",
        "textunderscore": "_", "textregistered": "®", "texttrademark": "™", "textcopyright": "©", "copyright": "©",
        "S": "§",
        "ldots": "…", "dots": "…", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "lambda": "λ",
        "mu": "μ", "pi": "π", "sigma": "σ", "tau": "τ", "infty": "∞", "times": "×", "LaTeX": "LaTeX", "TeX": "TeX",
    ]
    /// Commands of which only the argument is read.
    private static let styles: Set = [
        "textit", "textbf", "textsc", "texttt", "textrm", "textsf", "textup", "textnormal", "emph", "it", "em", "bf",
        "sc", "tt",
        "rm", "mathrm", "mathbf", "mathit", "mathcal", "mathbb", "ensuremath", "mbox", "url", "href", "uppercase",
        "relax",
        "noopsort", "text",
    ]
}

extension String {
    /// Letters and the accents behind them as one character each, where Unicode has such.
    fileprivate var precomposed: String {
        unicodeScalars.contains { (0x300...0x338).contains($0.value) } ? precomposedStringWithCanonicalMapping : self
    }
}
