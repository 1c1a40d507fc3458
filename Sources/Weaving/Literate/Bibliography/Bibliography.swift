import Markdown

/// The works that a book cites, from `references.bib` beside its chapters.
struct Bibliography: Hashable, Sendable {
    /// The file's name.
    static let fileName = "references.bib"

    /// The entries by their keys.
    private(set) var entries: [String: BibliographyEntry] = [:]
    /// The keys of entries that are there and can not be cited.
    private(set) var broken: Set<String> = []

    /// Reads the file, if there is one; what is wrong goes to the diagnostics.
    ///
    /// A wrong entry spoils only itself: it is a warning as long as nothing cites it.
    init(parsing source: String?, path: String, diagnostics: inout [Diagnostic]) {
        guard let source else { return }
        var reader = BibTeXReader(source)
        func report(_ position: SourcePosition, _ reason: String, _ severity: Diagnostic.Severity = .warning) {
            let problem = Problem.malformedBibliography(reason: reason)
            diagnostics.append(Diagnostic(path: path, position: position, severity: severity, problem: problem))
        }
        for entry in reader.entries() {
            if let field = entry.missing {
                report(entry.position, "the entry '\(entry.key)' has no \(field)")
                broken.insert(entry.key)
            } else if let first = entries[entry.key] {
                report(
                    entry.position, "the entry '\(entry.key)' is already at line \(first.position.line)", .error)
            } else {
                entries[entry.key] = entry
            }
        }
        for (failure, key) in reader.failures {
            report(failure.position, failure.reason)
            if let key { broken.insert(key) }
        }
        broken.subtract(entries.keys)
    }

    /// Gives letters to the years of works that the sentences of a book would name alike, in the order of its lists. A work that the
    /// book does not cite takes none.
    ///
    /// - Parameter texts: the chapters.
    mutating func tellYearsApart(citedIn texts: [String]) {
        for (_, same) in Dictionary(grouping: entries.values, by: \.shortName) where same.count > 1 {
            let cited = same.filter { entry in texts.contains { Self.names(entry.key, $0) } }.sorted {
                ($0.sortKey, $0.fields["title"] ?? "", $0.key) < ($1.sortKey, $1.fields["title"] ?? "", $1.key)
            }
            guard cited.count > 1 else { continue }
            for (place, entry) in cited.enumerated() { entries[entry.key]!.yearLetter = Self.letter(place) }
        }
    }

    /// Whether `@key` stands in a text, and no longer key that starts so.
    private static func names(_ key: String, _ text: String) -> Bool {
        text.ranges(of: "@" + key).contains { range in
            guard let next = text[range.upperBound...].first else { return true }
            if next.isLetter || next.isNumber || next == "_" { return false }
            guard "-:.+/".contains(next), let second = text[range.upperBound...].dropFirst().first else { return true }
            return !second.isLetter && !second.isNumber
        }
    }

    /// `a` to `z`, `aa`, `ab`.
    private static func letter(_ place: Int) -> String {
        let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(place % 26)))
        return place < 26 ? last : letter(place / 26 - 1) + last
    }
}
