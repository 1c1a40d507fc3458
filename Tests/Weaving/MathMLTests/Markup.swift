import MathML

/// The markup of a formula without the elements that wrap every formula.
func markup(_ tex: String, _ display: Formula.Display = .block) throws(FormulaError) -> String {
    let math = try Formula(parsing: tex).mathML(display: display)
    let start = math.firstRange(of: "<semantics>")!.upperBound
    let end = math.firstRange(of: "<annotation")!.lowerBound
    return String(math[start..<end])
}

/// The error `tex` is refused with, or nil if it is a formula.
func error(of tex: String) -> FormulaError? {
    do throws(FormulaError) {
        _ = try Formula(parsing: tex)
        return nil
    } catch {
        return error
    }
}

/// What is wrong with `markup` as XML: tags that do not match, a bare sign, a wrong number of children. Nil if nothing.
func flaw(in markup: String) -> String? {
    let arity = [
        "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3,
        "semantics": 2,
    ]
    var open: [(name: String, children: Int)] = [("", 0)]
    // Scalars: a > and an accent after it are one character.
    var rest = Substring(markup).unicodeScalars
    while let start = rest.firstIndex(where: { $0 == "<" || $0 == ">" }) {
        guard rest[start] == "<", let end = rest[start...].firstIndex(of: ">") else { return "a bare sign: \(rest)" }
        let tag = Substring(rest[rest.index(after: start)..<end])
        let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter })
        if tag.contains("<") { return "a bare < in \(tag)" }
        if tag.hasPrefix("/") {
            guard let last = open.popLast(), last.name == name else { return "</\(name)> closes nothing" }
            if let expected = arity[name], last.children != expected {
                return "<\(name)> has \(last.children) children"
            }
        } else {
            open[open.count - 1].children += 1
            if !tag.hasSuffix("/") { open.append((name, 0)) }
        }
        rest = rest[rest.index(after: end)...]
    }
    return open.count == 1 && open[0].children == 1 ? nil : "not one element"
}
