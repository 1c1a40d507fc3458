import Scanning

/// The names that a piece of Swift imports, or asks whether it can: a few words too many rather than one too few.
enum ImportedNames {
    /// All words behind `import` on its line, and those in `canImport(…)`.
    static func all(in code: String) -> Set<String> {
        var names: Set<String> = []
        var isImport = false
        var isAsked = false
        for line in BareSwift.code(of: code).split(whereSeparator: \.isNewline) where line.contains("mport") {
            isImport = false
            for word in line.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
                if isImport || isAsked { names.insert(String(word)) }
                isAsked = word == "canImport"
                isImport = isImport || word == "import"
            }
        }
        return names
    }
}
