import Markdown

/// One message of the Swift compiler: `path:line:column: error: text`.
struct CompilerMessage: Hashable, Sendable {
    var path: String
    var position: SourcePosition
    var severity: Diagnostic.Severity
    var text: String

    /// The errors and warnings in the compiler's output, each once.
    ///
    /// - Parameter file: the file that matters. A message about another place, such as the end of the program where a
    ///   bracket is missed, takes the place of its first note about this file, such as where the bracket was opened.
    /// - Parameter expressions: where inline expressions stand, by their indices. A message about the call around one is
    ///   about the expression: the call has the line before it, which is another's.
    static func parse(
        _ output: String, about file: String? = nil, expressions: [Int: SourcePosition] = [:]
    ) -> [CompilerMessage] {
        var result: [CompilerMessage] = []
        var isElsewhere = false
        let lines = output.split(separator: "\n")
        for (place, line) in lines.enumerated() {
            guard let match = line.wholeMatch(of: #/(.+?):(\d+):(\d+): (error|warning|note): (.*)/#),
                let number = Int(match.output.2), let column = Int(match.output.3)
            else { continue }
            let path = String(match.output.1)
            // Below a message the compiler shows the line.
            let shown = place + 1 < lines.count ? lines[place + 1] : ""
            let position =
                Program.expression(calledIn: shown).flatMap { expressions[$0] }
                ?? SourcePosition(line: number == Program.firstLineStandIn ? 1 : number, column: column)
            guard let severity = Diagnostic.Severity(rawValue: String(match.output.4)) else {
                if isElsewhere, path == file {
                    (result[result.count - 1].path, result[result.count - 1].position) = (path, position)
                    isElsewhere = false
                }
                continue
            }
            let message = CompilerMessage(
                path: path, position: position, severity: severity, text: String(match.output.5))
            isElsewhere = file != nil && path != file
            if result.contains(message) { isElsewhere = false } else { result.append(message) }
        }
        return result
    }
}
