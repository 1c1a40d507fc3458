import Markdown
import Yams

/// What stands between the `---` lines at the top of a chapter.
struct FrontMatter: Hashable, Sendable {
    /// The title, if it is not the first heading.
    var title: String?
    /// One sentence that says what the reader will know afterwards.
    var description: String?

    /// Who wrote it, if the book is by several.
    var author: String?
    /// When it was written, such as `2026-11-29`.
    var date: String?
    /// Its language, if it is not the book's.
    var language: Language?

    private static let keys = ["title", "description", "author", "date", "lang"]

    /// Takes the front matter off a chapter.
    ///
    /// The body keeps its line numbers: the lines of the front matter become empty.
    static func split(_ source: String, path: String) -> (frontMatter: Self, body: String, diagnostics: [Diagnostic]) {
        var lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "---" else { return (Self(), source, []) }
        guard let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." }) else {
            let problem = Problem.malformedFrontMatter(reason: "it has no end; a line '---' is missing")
            let start = SourcePosition(line: 1, column: 1)
            return (Self(), source, [Diagnostic(path: path, position: start, problem: problem)])
        }
        let yaml = lines[1..<end].joined(separator: "\n")
        for index in 0...end { lines[index] = "" }
        let (frontMatter, diagnostics) = parse(yaml, path: path)
        return (frontMatter, lines.joined(separator: "\n"), diagnostics)
    }

    private static func parse(_ yaml: String, path: String) -> (Self, [Diagnostic]) {
        var result = Self()
        var diagnostics: [Diagnostic] = []
        // The first line of the YAML is the second of the file.
        let reader = YAMLKeys(linesBefore: 1, malformed: Problem.malformedFrontMatter) { position, problem in
            let start = SourcePosition(line: 1, column: 1)
            diagnostics.append(Diagnostic(path: path, position: position ?? start, problem: problem))
        }
        reader.read(yaml) { key, position, value in
            if let text = value.string, text.contains("`{swift}"), keys.contains(key) {
                let problem = Problem.strayExpression(text, place: "'\(key)'")
                let place = position ?? SourcePosition(line: 1, column: 1)
                diagnostics.append(Diagnostic(path: path, position: place, severity: .warning, problem: problem))
            }
            switch key {
            case "title": result.title = reader.text(value, of: key) ?? result.title
            case "description": result.description = reader.text(value, of: key) ?? result.description
            case "author": result.author = reader.text(value, of: key)
            case "date":
                if let text = value.string,
                    text.wholeMatch(of: #/\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/#) != nil
                {
                    result.date = text
                } else {
                    reader.wrong(value, key, expected: "a date such as 2026-11-29")
                }
            case "lang":
                result.language = value.string.flatMap(Language.init)
                if result.language == nil {
                    reader.wrong(value, key, expected: "the tag of a language, such as fr or de-CH")
                }
            default: reader.report(position, .unknownFrontMatterKey(key, known: keys))
            }
        }
        return (result, diagnostics)
    }
}
