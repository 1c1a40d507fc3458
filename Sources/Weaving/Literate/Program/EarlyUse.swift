import Scanning

/// A cell or an expression that names a variable of a later cell.
///
/// Top-level variables of a Swift program are not checked for this: the program compiles and reads zeros, or crashes. weave
/// looks for such names itself and asks the compiler about those it finds: without the later cells the name must exist.
struct EarlyUse: Hashable, Sendable {
    /// The variable.
    let name: String
    /// Which of the chapter's running code uses it.
    let user: Int
    /// Which of the chapter's running code declares it.
    let declarer: Int

    /// The names that may be used too early; a name may be something else there, such as a parameter.
    static func suspects(in chapter: Chapter) -> [EarlyUse] {
        let code = chapter.runningCode.map { item in
            switch item {
            case .cell(let index): chapter.cells[index].code
            case .inline(let index): chapter.inlines[index].code
            }
        }
        var declarer: [String: Int] = [:]
        for (index, source) in code.enumerated() {
            for name in declaredNames(in: source) where declarer[name] == nil { declarer[name] = index }
        }
        return code.enumerated().flatMap { index, source in
            usedNames(in: source).sorted().compactMap { name in
                guard let later = declarer[name], later > index else { return nil }
                return EarlyUse(name: name, user: index, declarer: later)
            }
        }
    }

    /// The variables that `code` declares at top level.
    static func declaredNames(in code: String) -> [String] {
        var names: [String] = []
        var depth = 0
        var isDeclaring = false
        var tupleDepth = 0
        for token in SwiftScanner(code) {
            switch (token.kind, token.text) {
            case (.keyword, "let"), (.keyword, "var"):
                isDeclaring = depth == 0
            case (.other, "("), (.other, "["), (.other, "{"):
                if isDeclaring, token.text == "(" { tupleDepth += 1 }
                depth += 1
            case (.other, ")"), (.other, "]"), (.other, "}"):
                if isDeclaring, token.text == ")" { tupleDepth -= 1 }
                depth -= 1
            case (.other, "="), (.other, ":"):
                isDeclaring = false
            case (.name, let name), (.call, let name):
                if isDeclaring, depth == tupleDepth { names.append(name) }
            default:
                break
            }
        }
        return names
    }

    /// Every name in `code` that could be a variable, those in strings from the first interpolation on included.
    static func usedNames(in code: String) -> Set<String> {
        var names: Set<String> = []
        for token in SwiftScanner(code) {
            switch token.kind {
            case .name(isMember: false), .call: names.insert(token.text)
            case .string:
                // A raw string's interpolations start with `\#(`.
                let starts = ["\\(", "\\#"].compactMap { token.text.firstRange(of: $0)?.lowerBound }
                guard let start = starts.min() else { continue }
                let words = token.text[start...].split { !($0.isLetter || $0.isNumber || $0 == "_") }
                names.formUnion(words.map(String.init))
            default: break
            }
        }
        return names
    }
}
