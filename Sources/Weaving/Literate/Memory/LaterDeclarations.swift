import Scanning

/// What stands behind a cell and may all the same change what the code up to it means: declarations at top level are seen
/// from everywhere in a program, and an extension or a function may be preferred to what a module has under that name.
enum LaterDeclarations {
    /// The pieces of code in `later` that declare a name that `code` uses, or an operator.
    static func reaching(_ code: String, from later: [String]) -> [String] {
        let used = words(in: code)
        return later.filter { piece in
            guard let names = declaredNames(in: piece) else { return true }
            return !names.isDisjoint(with: used)
        }
    }

    /// The names of functions and types, and, in code that extends a type, of all that it declares; nil if there is an
    /// operator among them.
    private static func declaredNames(in code: String) -> Set<String>? {
        var names: Set<String> = []
        var members: Set<String> = []
        var extends = false
        var keyword: String?
        for token in SwiftScanner(code) {
            switch token.kind {
            case .keyword where token.text == "operator": return nil
            case .keyword where ["func", "var", "let", "case"].contains(token.text) || isType(token.text):
                keyword = token.text
            case .type, .name, .call:
                if keyword == "func" || keyword.map(isType) ?? false { names.insert(token.text) }
                if keyword != nil { members.insert(token.text) }
                extends = extends || keyword == "extension"
                if keyword != "extension" { keyword = nil }
            case .other where token.text == " " || token.text == ".": continue
            case .other where keyword == "func": return nil
            default: keyword = nil
            }
        }
        return extends ? names.union(members) : names
    }

    private static func isType(_ keyword: String) -> Bool {
        ["struct", "class", "enum", "actor", "protocol", "typealias", "extension"].contains(keyword)
    }

    private static func words(in code: String) -> Set<String> {
        Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    }
}
