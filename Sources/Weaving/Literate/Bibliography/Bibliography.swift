import Markdown

/// The works that a book cites, from `references.bib` beside its chapters.
struct Bibliography: Hashable, Sendable {
    /// The file's name.
    static let fileName = "references.bib"

    /// The entries by their keys.
    private(set) var entries: [String: BibliographyEntry] = [:]

    /// Reads the file, if there is one; what is wrong goes to the diagnostics.
    init(parsing source: String?, path: String, diagnostics: inout [Diagnostic]) {
        guard let source else { return }
        var reader = BibTeXReader(source)
        do {
            for entry in try reader.entries() {
                for field in BibliographyEntry.needed where entry.fields[field]?.isEmpty ?? true {
                    let problem = Problem.malformedBibliography(reason: "the entry '\(entry.key)' has no \(field)")
                    diagnostics.append(Diagnostic(path: path, position: entry.position, problem: problem))
                }
                if let first = entries[entry.key] {
                    let problem = Problem.malformedBibliography(
                        reason: "the entry '\(entry.key)' is already at line \(first.position.line)")
                    diagnostics.append(Diagnostic(path: path, position: entry.position, problem: problem))
                } else {
                    entries[entry.key] = entry
                }
            }
        } catch {
            let problem = Problem.malformedBibliography(reason: error.reason)
            diagnostics.append(Diagnostic(path: path, position: error.position, problem: problem))
        }
    }
}
