import Markdown

/// A warning of the compiler, at its place in a cell or an inline expression: it is kept with what the chapter computed and
/// told at each weave, though prose above it may come and go meanwhile.
struct CompilerWarning: Hashable, Codable, Sendable {
    /// The piece of code, by its index in the chapter's running code; nil for a warning about the whole chapter.
    private var piece: Int?
    /// How many lines below the start of the piece.
    private var lines = 0
    /// How many bytes right of the start of the piece.
    private var columns = 0
    private var message: String

    /// What a diagnostic says; nil if it is none of the compiler's.
    init?(_ diagnostic: Diagnostic, about chapter: Chapter) {
        guard case .compiler(let message) = diagnostic.problem else { return nil }
        self.message = message
        guard diagnostic.path == chapter.path, let position = diagnostic.position else { return }
        let starts = chapter.runningCode.map(chapter.position(of:))
        piece = starts.indices.filter { starts[$0] <= position }.max { starts[$0] < starts[$1] }
        guard let start = start(in: chapter) else { return }
        lines = position.line - start.line
        columns = position.column - start.column
    }

    /// The warning at its place in the chapter as it is now.
    func diagnostic(about chapter: Chapter) -> Diagnostic {
        let position = start(in: chapter).map {
            SourcePosition(line: $0.line + lines, column: max(1, $0.column + columns))
        }
        return Diagnostic(
            path: chapter.path, position: position, severity: .warning, problem: .compiler(message: message))
    }

    private func start(in chapter: Chapter) -> SourcePosition? {
        guard let piece, chapter.runningCode.indices.contains(piece) else { return nil }
        let item = chapter.runningCode[piece]
        var start = chapter.position(of: item)
        if case .cell(let cell) = item { start.column += chapter.cells[cell].indentation }
        return start
    }
}
