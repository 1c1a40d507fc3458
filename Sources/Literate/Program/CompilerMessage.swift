import Markdown

/// One message of the Swift compiler: `path:line:column: error: text`.
struct CompilerMessage: Hashable, Sendable {
    var path: String
    var position: SourcePosition
    var severity: Diagnostic.Severity
    var text: String

    /// The errors and warnings in the compiler's output, each once.
    static func parse(_ output: String) -> [CompilerMessage] {
        var result: [CompilerMessage] = []
        for line in output.split(separator: "\n") {
            guard let match = line.wholeMatch(of: #/(.+?):(\d+):(\d+): (error|warning): (.*)/#),
                let number = Int(match.output.2), let column = Int(match.output.3),
                let severity = Diagnostic.Severity(rawValue: String(match.output.4))
            else { continue }
            let message = CompilerMessage(
                path: String(match.output.1),
                position: SourcePosition(line: number == Program.firstLineStandIn ? 1 : number, column: column),
                severity: severity, text: String(match.output.5))
            if !result.contains(message) { result.append(message) }
        }
        return result
    }
}
