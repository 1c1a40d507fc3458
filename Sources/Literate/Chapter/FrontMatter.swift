import Markdown
import Yams

/// What stands between the `---` lines at the top of a chapter.
struct FrontMatter: Hashable, Sendable {
    /// The title, if it is not the first heading.
    var title: String?
    /// One sentence that says what the reader will know afterwards.
    var description: String?

    private static let keys = ["title", "description"]

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
        func report(_ mark: Mark?, _ problem: Problem) {
            // The first line of the YAML is the second of the file.
            let position = mark.map { SourcePosition(line: $0.line + 1, column: $0.column) }
            let start = SourcePosition(line: 1, column: 1)
            diagnostics.append(Diagnostic(path: path, position: position ?? start, problem: problem))
        }
        do {
            guard let node = try Yams.compose(yaml: yaml) else { return (result, []) }
            guard let mapping = node.mapping else {
                report(node.mark, .malformedFrontMatter(reason: "it is not a list of keys and values"))
                return (result, diagnostics)
            }
            for (key, value) in mapping {
                let name = key.string ?? ""
                guard keys.contains(name) else {
                    report(key.mark, .unknownFrontMatterKey(name, known: keys))
                    continue
                }
                guard let text = value.string else {
                    report(value.mark, .wrongValue(key: name, value: "\(value.any)", expected: "a text"))
                    continue
                }
                if name == "title" { result.title = text } else { result.description = text }
            }
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            report(mark, .malformedFrontMatter(reason: problem))
        } catch {
            report(nil, .malformedFrontMatter(reason: "\(error)"))
        }
        return (result, diagnostics)
    }
}
